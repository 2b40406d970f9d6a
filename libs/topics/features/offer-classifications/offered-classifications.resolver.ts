import { Optional } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { classificationNames, type Classification } from '#glossary';
import { ViewerType } from '#organisation';
import { Config } from '#platform/config';
import { ClassificationEnum } from '../../topic.graphql.js';

const all = Object.keys(classificationNames) as Classification[];

/** What a form may offer depends on what this installation is approved for, which the server alone knows. */
@Resolver(() => ViewerType)
export class OfferedClassificationsResolver {
  constructor(
    /** Without settings nothing is approved. */
    @Optional() private readonly config?: Config,
  ) {}

  @ResolveField(() => [ClassificationEnum], {
    description: 'Classifications of papers that may be kept here. For any other there is the placeholder.',
  })
  offeredClassifications(): readonly Classification[] {
    return all.filter((each) => each !== 'VS_NFD' || this.config?.vsNfdApproved === true);
  }
}
