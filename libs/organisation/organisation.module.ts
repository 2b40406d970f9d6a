import { Module } from '@nestjs/common';
import { AssignmentTransitionHandler } from './assignment-transition.handler.js';
import { AddPersonHandler } from './features/add-person/add-person.handler.js';
import { AddPersonResolver } from './features/add-person/add-person.resolver.js';
import { AppointDeputyResolver } from './features/appoint-deputy/appoint-deputy.resolver.js';
import { EndAssignmentResolver } from './features/end-assignment/end-assignment.resolver.js';
import { EndOfficeHeadResolver } from './features/end-office-head/end-office-head.resolver.js';
import { GrantAssignmentResolver } from './features/grant-assignment/grant-assignment.resolver.js';
import { HandOverAssignmentResolver } from './features/hand-over-assignment/hand-over-assignment.resolver.js';
import { PeopleLoader } from './features/list-people/people.loader.js';
import { PeopleQuery } from './features/list-people/people.query.js';
import { AssignmentFieldsResolver, PeopleResolver } from './features/list-people/people.resolver.js';
import { OfficesQuery } from './features/list-offices/offices.query.js';
import { OfficesResolver } from './features/list-offices/offices.resolver.js';
import { NameOfficeHeadResolver } from './features/name-office-head/name-office-head.resolver.js';
import { AssignmentFactsQuery } from './persistence/assignment-facts.js';
import { Assignments } from './persistence/assignment.repository.js';
import { ChairTermTransitionHandler } from './chair-term-transition.handler.js';
import { ConfirmChairTermResolver } from './features/confirm-chair-term/confirm-chair-term.resolver.js';
import { ChairTermsResolver } from './features/list-chair-terms/chair-terms.resolver.js';
import { ProposeChairTermsResolver } from './features/propose-chair-terms/propose-chair-terms.resolver.js';
import { ShortenChairTermResolver } from './features/shorten-chair-term/shorten-chair-term.resolver.js';
import { SwapChairTermsResolver } from './features/swap-chair-terms/swap-chair-terms.resolver.js';
import { BodyTransitionHandler } from './body-transition.handler.js';
import { ChangeMembershipResolver } from './features/change-membership/change-membership.resolver.js';
import { DissolveBodyResolver } from './features/dissolve-body/dissolve-body.resolver.js';
import { BeginningsQuery } from './features/list-organisation/beginnings.query.js';
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
import { OfficeHeadTransitionHandler } from './office-head-transition.handler.js';
import { OfficeHeads } from './persistence/office-head.repository.js';
import { Offices } from './persistence/offices.js';

@Module({
  providers: [
    ActorDirectory,
    AddPersonHandler,
    AddPersonResolver,
    AppointDeputyResolver,
    AssignmentFactsQuery,
    AssignmentFieldsResolver,
    Assignments,
    AssignmentsOfBodies,
    AssignmentTransitionHandler,
    BeginningsQuery,
    Bodies,
    BodyFieldsLoader,
    BodyFieldsResolver,
    BodyTransitionHandler,
    ChairTermsResolver,
    ChairTermTransitionHandler,
    ChangeMembershipResolver,
    ConfirmChairTermResolver,
    DissolveBodyResolver,
    EndAssignmentResolver,
    EndOfficeHeadResolver,
    GrantAssignmentResolver,
    HandOverAssignmentResolver,
    NameOfficeHeadResolver,
    OfficeHeads,
    OfficeHeadTransitionHandler,
    Offices,
    OfficesQuery,
    OfficesResolver,
    OrganisationQuery,
    OrganisationResolver,
    PeopleLoader,
    PeopleQuery,
    PeopleResolver,
    ProposeChairTermsResolver,
    RenameBodyResolver,
    SetUpBodyResolver,
    ShortenChairTermResolver,
    SwapChairTermsResolver,
    ViewerQuery,
    ViewerResolver,
  ],
  exports: [
    ActorDirectory,
    AddPersonHandler,
    Assignments,
    AssignmentTransitionHandler,
    Bodies,
    BodyTransitionHandler,
    ChairTermTransitionHandler,
    OfficeHeadTransitionHandler,
    Offices,
  ],
})
export class OrganisationModule {}
