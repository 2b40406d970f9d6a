/** One job on one message. */
export interface Delivery {
  readonly outboxId: string;
  readonly jobName: string;
  /** How often it was begun anew after it had been given up; queues know each run under a name of its own. */
  readonly run?: number;
}
