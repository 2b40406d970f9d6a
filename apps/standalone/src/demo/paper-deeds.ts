import { committeeCodes } from '#glossary';
import { SYSTEM, type Actor } from '#organisation';
import { ProposalRepository, ReviseProposalHandler, type Clause } from '#proposals';
import { CreateTopicHandler, TopicTransitionHandler } from '#topics';
import type { Deed } from './deeds.js';
import { instantOf } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import type { PaperAct } from './paper-acts.js';
import type { DemoPaper } from './papers/paper.js';

interface Progress {
  readonly id: string;
  readonly revision: number;
}

/** The papers of one conference. The title names a paper, and its topic's revision says how much has been done. */
export class PaperDeeds {
  private constructor(
    private readonly stage: DemoStage,
    private readonly conferenceId: string,
    private readonly progress: Map<string, Progress>,
  ) {}

  static async of(stage: DemoStage, conferenceId: string): Promise<PaperDeeds> {
    const rows = await stage.database.read(SYSTEM, (tx) =>
      tx.query<Progress & { title: string }>(
        'SELECT id, title, revision FROM topics WHERE conference_id = $1 OR $1 = ANY (previous_conference_ids)',
        [conferenceId],
      ),
    );
    return new PaperDeeds(stage, conferenceId, new Map(rows.map((row) => [row.title, row])));
  }

  /** `place` is the paper's among all: no two of them are worked on in the same minute. */
  deedsFor(paper: DemoPaper, acts: readonly PaperAct[], place: number): readonly Deed[] {
    return acts.map((act, done) => {
      const at = instantOf(act.day, minutesOf(place) + done);
      return { at, run: () => this.act(paper, acts, done, at) };
    });
  }

  private async act(paper: DemoPaper, acts: readonly PaperAct[], done: number, at: Date): Promise<void> {
    const act = acts[done];
    const known = this.progress.get(paper.title);
    if (act === undefined || (known?.revision ?? 0) > done) return;
    const actor = await this.stage.as(act.by, at);
    const earlierTexts = acts.slice(0, done).filter(({ action }) => action === 'reviseProposal').length;
    this.progress.set(
      paper.title,
      known === undefined ? await this.create(actor, paper) : await this.carryOn(actor, known, act, earlierTexts),
    );
  }

  private async create(actor: Actor, paper: DemoPaper): Promise<Progress> {
    const {
      registrant,
      title,
      subtitle = null,
      kind,
      classification,
      isPlaceholder,
      facts = null,
      rationale = null,
    } = paper;
    const { urgencyReason = null, fileReference = null, financialImpact = null, coRegistrants } = paper;
    const texts = { title, subtitle, facts, rationale, urgencyReason, fileReference, financialImpact };
    const fields = {
      ...texts,
      contact: actor.name,
      ...(kind === undefined ? {} : { kind }),
      ...(classification === undefined ? {} : { classification }),
      ...(isPlaceholder === undefined ? {} : { isPlaceholder }),
      ...(coRegistrants === undefined ? {} : { coRegistrants: [...coRegistrants] }),
    };
    const body = committeeCodes.find((code) => code === registrant);
    const named = body === undefined ? { registrantParty: registrant } : { registrantBody: body };
    const input = { conferenceId: this.conferenceId, ...named, fields };
    return permitted(title, await this.stage.handler(CreateTopicHandler).execute(actor, input)).topic;
  }

  private async clausesOf(topicId: string): Promise<readonly Clause[]> {
    const proposals = this.stage.handler(ProposalRepository);
    const [newest] = await this.stage.database.read(SYSTEM, (tx) => proposals.versionsOfTopic(tx, topicId));
    return newest?.clauses ?? [];
  }

  private async carryOn(
    actor: Actor,
    { id: topicId, revision: expectedRevision }: Progress,
    { action, input, clauses = [] }: PaperAct,
    expectedVersion: number,
  ): Promise<Progress> {
    if (action === 'reviseProposal') {
      const revise = { topicId, expectedVersion, clauses: continuing(clauses, await this.clausesOf(topicId)) };
      return permitted(action, await this.stage.handler(ReviseProposalHandler).execute(actor, revise)).topic;
    }
    const transition = { topicId, expectedRevision, action, ...(input === undefined ? {} : { input }) };
    return permitted(action, await this.stage.handler(TopicTransitionHandler).execute(actor, transition)).topic;
  }
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.split(/[^\p{L}]+/u).filter((word) => word.length > 4));

/** A clause that goes on saying mostly the same is the same clause, so that the stages can be compared. */
function continuing(
  texts: readonly string[],
  before: readonly Clause[],
): readonly { id: string | null; text: string }[] {
  const free = [...before];
  return texts.map((text) => {
    const words = wordsOf(text);
    const place = free.findIndex((clause) => {
      const known = wordsOf(clause.text);
      return [...known].filter((word) => words.has(word)).length * 2 > Math.max(known.size, 1);
    });
    const [same] = place < 0 ? [] : free.splice(place, 1);
    return { id: same?.id ?? null, text };
  });
}

/** Between eight in the morning and five in the afternoon. */
function minutesOf(place: number): number {
  return 8 * 60 + ((place * 47) % (9 * 60 - 10));
}
