import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { correctionStateNames } from '#glossary';
import { type Actor, toHistoryEntryType } from '#organisation';
import { Database, listHistory } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loaderOf,
  type RequestContext,
} from '#platform/graphql';
import { availableActions, eventLabels, permit, type ActionAvailability } from '#platform/lifecycle';
import { correctedOf, CorrectionTransitionHandler, newCorrection } from '../../correction-transition.handler.js';
import { CorrectionType } from '../../correction.graphql.js';
import { correctionLifecycle } from '../../domain/correction-lifecycle.js';
import { Corrections, type StoredCorrection } from '../../persistence/correction.repository.js';
import { ResolutionType } from '../../resolution.graphql.js';

const OF_RESOLUTION = Symbol('corrections of resolutions');
const HISTORY = Symbol('history of corrections');
const labels = eventLabels(correctionLifecycle);

/** From a resolution to its corrections. */
@Resolver(() => ResolutionType)
export class CorrectionsOfResolutionResolver {
  constructor(
    private readonly database: Database,
    private readonly corrections: Corrections,
    private readonly transition: CorrectionTransitionHandler,
  ) {}

  @ResolveField('corrections', () => [CorrectionType], {
    description: 'The oldest first; proposals only for those who decide.',
  })
  async listCorrections(
    @Parent() { id }: ResolutionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredCorrection[]> {
    return this.of(context, id);
  }

  @ResolveField(() => [AvailableActionType], { description: 'Whether a correction may be proposed now, or why not.' })
  async availableActions(
    @Parent() resolution: ResolutionType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const corrected = correctedOf(resolution.textHash, await this.of(context, resolution.id));
    const asked = this.transition.contextOf(actor, corrected);
    const verdict = permit(correctionLifecycle, newCorrection(resolution, asked.now), 'proposeCorrection', asked);
    const label = correctionLifecycle.labels['proposeCorrection'] ?? '';
    const refusals = verdict.ok ? [] : verdict.refusals;
    return [{ action: 'proposeCorrection', label, available: verdict.ok, refusals }];
  }

  private async of(context: RequestContext, resolutionId: string): Promise<readonly StoredCorrection[]> {
    const loader = loaderOf(context, OF_RESOLUTION, (ids) =>
      this.database.read(context.actor as Actor, (tx) => this.corrections.correctionsByResolutions(tx, ids)),
    );
    return (await loader.load(resolutionId)) ?? [];
  }
}

@Resolver(() => CorrectionType)
export class CorrectionFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly transition: CorrectionTransitionHandler,
  ) {}

  @ResolveField(() => String)
  stateLabel({ state }: StoredCorrection): string {
    return correctionStateNames[state];
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  availableActions(
    @Parent() correction: StoredCorrection,
    @CurrentActor() actor: Actor,
  ): readonly ActionAvailability[] {
    return availableActions(correctionLifecycle, correction, this.transition.contextOf(actor, correctedOf('', [])));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: StoredCorrection,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(context.actor as Actor, (tx) => listHistory(tx, 'correction', ids)),
    );
    return ((await loader.load(id)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}
