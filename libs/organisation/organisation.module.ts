import { Module } from '@nestjs/common';
import { BodyTransitionHandler } from './body-transition.handler.js';
import { ChangeMembershipResolver } from './features/change-membership/change-membership.resolver.js';
import { DissolveBodyResolver } from './features/dissolve-body/dissolve-body.resolver.js';
import { BodyFieldsLoader } from './features/list-organisation/body-fields.loader.js';
import { BodyFieldsResolver } from './features/list-organisation/body-fields.resolver.js';
import { OrganisationQuery } from './features/list-organisation/organisation.query.js';
import { OrganisationResolver } from './features/list-organisation/organisation.resolver.js';
import { RenameBodyResolver } from './features/rename-body/rename-body.resolver.js';
import { SetUpBodyResolver } from './features/set-up-body/set-up-body.resolver.js';
import { ViewerQuery } from './features/show-viewer/viewer.query.js';
import { ViewerResolver } from './features/show-viewer/viewer.resolver.js';
import { ActorDirectory } from './persistence/actor-directory.js';
import { AssignmentsOfBodies } from './persistence/assignments-of-bodies.js';
import { Bodies } from './persistence/body.repository.js';
import { Offices } from './persistence/offices.js';

@Module({
  providers: [
    ActorDirectory,
    AssignmentsOfBodies,
    Bodies,
    BodyFieldsLoader,
    BodyFieldsResolver,
    BodyTransitionHandler,
    ChangeMembershipResolver,
    DissolveBodyResolver,
    Offices,
    OrganisationQuery,
    OrganisationResolver,
    RenameBodyResolver,
    SetUpBodyResolver,
    ViewerQuery,
    ViewerResolver,
  ],
  exports: [ActorDirectory, Bodies, BodyTransitionHandler, Offices],
})
export class OrganisationModule {}
