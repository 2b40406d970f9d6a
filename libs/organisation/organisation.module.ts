import { Module } from '@nestjs/common';
import { OrganisationQuery } from './features/list-organisation/organisation.query.js';
import { OrganisationResolver } from './features/list-organisation/organisation.resolver.js';
import { ViewerQuery } from './features/show-viewer/viewer.query.js';
import { ViewerResolver } from './features/show-viewer/viewer.resolver.js';
import { ActorDirectory } from './persistence/actor-directory.js';
import { Offices } from './persistence/offices.js';

@Module({
  providers: [ActorDirectory, Offices, OrganisationQuery, OrganisationResolver, ViewerQuery, ViewerResolver],
  exports: [ActorDirectory, Offices],
})
export class OrganisationModule {}
