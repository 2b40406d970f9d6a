import { Module, type OnModuleDestroy } from '@nestjs/common';
import { OrganisationModule } from '#organisation';
import { Config } from '#platform/config';
import { QueueObserver } from '#platform/jobs';
import { DeadLetterTransitionHandler } from './dead-letter-transition.handler.js';
import { DiscardDeadLetterResolver } from './features/discard-dead-letter/discard-dead-letter.resolver.js';
import { DeadLetterFieldsResolver } from './features/list-dead-letters/dead-letter-fields.resolver.js';
import { DeadLetterListQuery } from './features/list-dead-letters/dead-letter-list.query.js';
import { ListDeadLettersResolver } from './features/list-dead-letters/list-dead-letters.resolver.js';
import { RunDeadLetterAgainResolver } from './features/run-dead-letter-again/run-dead-letter-again.resolver.js';
import { RunDeadLettersOfJobAgainResolver } from './features/run-dead-letters-of-job-again/run-dead-letters-of-job-again.resolver.js';
import { OperationsQuery } from './features/show-operations/operations.query.js';
import { ShowOperationsResolver } from './features/show-operations/show-operations.resolver.js';
import { DeadLetters } from './persistence/dead-letters.js';
import { InstallationReadings } from './persistence/installation-readings.js';
import { InstallationState } from './persistence/installation-state.js';
import { MailReadings } from './persistence/mail-readings.js';

const observer = {
  provide: QueueObserver,
  inject: [Config],
  useFactory: ({ databaseUrl, redisUrl }: Config) => new QueueObserver({ databaseUrl, redisUrl }),
};

/** What the technical administration sees and does: how the installation works, never what it is about. */
@Module({
  imports: [OrganisationModule],
  providers: [
    observer,
    DeadLetterFieldsResolver,
    DeadLetterListQuery,
    DeadLetterTransitionHandler,
    DeadLetters,
    DiscardDeadLetterResolver,
    InstallationReadings,
    InstallationState,
    ListDeadLettersResolver,
    MailReadings,
    OperationsQuery,
    RunDeadLetterAgainResolver,
    RunDeadLettersOfJobAgainResolver,
    ShowOperationsResolver,
  ],
  exports: [InstallationReadings, QueueObserver],
})
export class OperationsModule implements OnModuleDestroy {
  constructor(private readonly queues: QueueObserver) {}

  async onModuleDestroy(): Promise<void> {
    await this.queues.close();
  }
}
