import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { agendaEntities } from '#agendas';
import { decisionEntities } from '#decisions';
import type { PartyCode, VoteChoice } from '#glossary';
import type { Topic } from '#topics';
import {
  GiveWrittenFormHandler,
  RequestWrittenProcedureHandler,
  StartWrittenProcedureHandler,
  WrittenProcedures,
  writtenProcedureEntities,
  WrittenProceduresModule,
} from '#written-procedures';
import { aConferenceStage, type ConferenceStage } from '../agendas/conference-stage.js';
import { sweeping, type SweepingStage } from '../agendas/sweeping-stage.js';

type Answer = Awaited<ReturnType<StartWrittenProcedureHandler['execute']>>;
type Procedure = Extract<Answer, { readonly ok: true }>['procedure'];
type Starting = Partial<Parameters<StartWrittenProcedureHandler['execute']>[1]>;
type Form = Partial<Parameters<GiveWrittenFormHandler['execute']>[2]>;

/** A conference that votes in writing, with everything that acts there. */
export interface WrittenStage extends ConferenceStage {
  /** A part of the library, as the processes build it. */
  part<Part>(type: Type<Part>): Part;
  /** A topic of the main conference whose procedure was asked for. */
  placeRequest(given?: Partial<Topic>, text?: string): Promise<Procedure>;
  /** The same, opened by the chair. */
  placeRunning(starting?: Starting, given?: Partial<Topic>): Promise<Procedure>;
  /** The party's own form, for the text of the procedure unless said otherwise. */
  give(procedure: Procedure, party: PartyCode, choice: VoteChoice, form?: Form): Promise<Answer>;
  /** As the system sees it now. */
  reread(procedure: Procedure): Promise<Procedure>;
  /** What the scheduled job does, if it runs. */
  sweep(): Promise<void>;
  readonly logged: SweepingStage['logged'];
}

/** `entities` and `modules` of a library that comes after this one, where it is under test. */
export async function aWrittenStage(
  entities: readonly EntityTarget<ObjectLiteral>[] = [],
  modules: readonly Type[] = [WrittenProceduresModule],
): Promise<WrittenStage> {
  const before = [...agendaEntities, ...decisionEntities, ...writtenProcedureEntities];
  const stage = await aConferenceStage([...before, ...entities]);
  const house = await sweeping(stage, modules);
  const { part } = house;
  const chair = stage.person('vorsitz.hh');

  const placeRequest: WrittenStage['placeRequest'] = async (given = {}, text) => {
    const topic = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', ...given }, text);
    const request = { topicId: topic.id, reason: 'Die nächste Sitzung käme zu spät.' };
    return procedureOf(await part(RequestWrittenProcedureHandler).execute(stage.person('koordination.he'), request));
  };

  const placeRunning: WrittenStage['placeRunning'] = async (starting = {}, given = {}) => {
    const { id: procedureId, topicId, revision: expectedRevision } = await placeRequest(given);
    const [topic] = await stage.arrange<{ hash: string }>(
      'SELECT proposal_text_hash AS hash FROM topics WHERE id = $1',
      [topicId],
    );
    const named = { procedureId, expectedRevision, textHash: topic?.hash ?? '', silenceRule: 'ALL_MUST_VOTE' } as const;
    return procedureOf(await part(StartWrittenProcedureHandler).execute(chair, { ...named, ...starting }));
  };

  return {
    ...stage,
    part,
    placeRequest,
    placeRunning,
    give: (procedure, party, choice, form = {}) =>
      part(GiveWrittenFormHandler).execute(stage.person(`koordination.${party.toLowerCase()}`), 'giveWrittenVote', {
        procedureId: procedure.id,
        textHash: procedure.textHash ?? '',
        party,
        choice,
        releaseObjection: false,
        ...form,
      }),
    reread: async ({ id }) => {
      const found = await stage.database.read(chair, (tx) => part(WrittenProcedures).findProcedure(tx, id));
      if (found === null) throw new Error('The procedure is gone');
      return found;
    },
    sweep: house.sweep,
    logged: house.logged,
    close: async () => {
      await house.close();
      await stage.close();
    },
  };
}

function procedureOf(answer: Answer): Procedure {
  if (!answer.ok) throw new Error(answer.refusals.map(({ code }) => code).join());
  return answer.procedure;
}
