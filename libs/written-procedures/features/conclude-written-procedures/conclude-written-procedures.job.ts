import { ScheduledJob, type ScheduledJobHandler } from '#platform/jobs';
import { ConcludeWrittenProceduresHandler } from '../../conclude-written-procedures.handler.js';

/** Wakes the determination up. What is over is over without it: it only says so earlier. */
@ScheduledJob({ name: 'conclude-written-procedures', everySeconds: 60 })
export class ConcludeWrittenProceduresJob implements ScheduledJobHandler {
  constructor(private readonly concluding: ConcludeWrittenProceduresHandler) {}

  async run(): Promise<void> {
    await this.concluding.concludeDue();
  }
}
