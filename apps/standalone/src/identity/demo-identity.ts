/** Somebody whom the embedded provider lets in without a password. */
export interface DemoIdentity {
  readonly subject: string;
  readonly mail: string;
  readonly name: string;
  /** Heading under which the sign-in page lists this person: the role. */
  readonly group: string;
  /** What the person is entrusted with, in a few words. */
  readonly office: string;
}
