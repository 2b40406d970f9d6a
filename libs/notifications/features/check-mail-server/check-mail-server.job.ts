import { Inject, Optional } from '@nestjs/common';
import { ScheduledJob, type ScheduledJobHandler } from '#platform/jobs';
import { MailServerWatch } from '../../delivery/mail-server-watch.js';

/** Asks the mail server even when there is no mail: a wrong password is known before somebody misses one. */
@ScheduledJob({ name: 'check-mail-server', everySeconds: 300 })
export class CheckMailServerJob implements ScheduledJobHandler {
  constructor(@Optional() @Inject(MailServerWatch) private readonly server: MailServerWatch | null) {}

  async run(): Promise<void> {
    await this.server?.check();
  }
}
