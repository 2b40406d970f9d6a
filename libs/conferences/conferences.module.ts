import { Module } from '@nestjs/common';
import { CreateConferenceProfileHandler } from './features/create-conference-profile/create-conference-profile.handler.js';
import { CreateConferenceProfileResolver } from './features/create-conference-profile/create-conference-profile.resolver.js';
import { EditConferenceProfileHandler } from './features/edit-conference-profile/edit-conference-profile.handler.js';
import { EditConferenceProfileResolver } from './features/edit-conference-profile/edit-conference-profile.resolver.js';
import { ImportConferenceHandler } from './features/import-conference/import-conference.handler.js';
import {
  ConferenceProfileResolver,
  ProfileOfConferenceResolver,
} from './features/list-conference-profiles/conference-profile.resolver.js';
import { ConferenceFieldsLoader } from './features/list-conferences/conference-fields.loader.js';
import { ConferenceQuery } from './features/list-conferences/conference.query.js';
import { ConferenceResolver } from './features/list-conferences/conference.resolver.js';
import { PlanConferenceHandler } from './features/plan-conference/plan-conference.handler.js';
import { PlanConferenceResolver } from './features/plan-conference/plan-conference.resolver.js';
import { PlanSessionHandler } from './features/plan-session/plan-session.handler.js';
import { PlanSessionResolver } from './features/plan-session/plan-session.resolver.js';
import { ConferenceProfiles } from './persistence/conference-profile.repository.js';
import { Conferences } from './persistence/conference.repository.js';

@Module({
  providers: [
    Conferences,
    ConferenceProfiles,
    ConferenceProfileResolver,
    CreateConferenceProfileHandler,
    CreateConferenceProfileResolver,
    EditConferenceProfileHandler,
    EditConferenceProfileResolver,
    ProfileOfConferenceResolver,
    ConferenceFieldsLoader,
    ConferenceQuery,
    ConferenceResolver,
    ImportConferenceHandler,
    PlanConferenceHandler,
    PlanConferenceResolver,
    PlanSessionHandler,
    PlanSessionResolver,
  ],
  exports: [
    ConferenceProfiles,
    Conferences,
    CreateConferenceProfileHandler,
    EditConferenceProfileHandler,
    ImportConferenceHandler,
    PlanConferenceHandler,
    PlanSessionHandler,
  ],
})
export class ConferencesModule {}
