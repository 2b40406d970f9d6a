import { Module } from '@nestjs/common';
import { ImportConferenceHandler } from './features/import-conference/import-conference.handler.js';
import { ConferenceFieldsLoader } from './features/list-conferences/conference-fields.loader.js';
import { ConferenceQuery } from './features/list-conferences/conference.query.js';
import { ConferenceResolver } from './features/list-conferences/conference.resolver.js';
import { PlanConferenceHandler } from './features/plan-conference/plan-conference.handler.js';
import { PlanConferenceResolver } from './features/plan-conference/plan-conference.resolver.js';
import { PlanSessionHandler } from './features/plan-session/plan-session.handler.js';
import { PlanSessionResolver } from './features/plan-session/plan-session.resolver.js';
import { Conferences } from './persistence/conference.repository.js';

@Module({
  providers: [
    Conferences,
    ConferenceFieldsLoader,
    ConferenceQuery,
    ConferenceResolver,
    ImportConferenceHandler,
    PlanConferenceHandler,
    PlanConferenceResolver,
    PlanSessionHandler,
    PlanSessionResolver,
  ],
  exports: [Conferences, ImportConferenceHandler, PlanConferenceHandler, PlanSessionHandler],
})
export class ConferencesModule {}
