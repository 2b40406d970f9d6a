import { newId } from '#platform/database';
import type { Topic } from '#topics';
import type { ApiStage } from '../api-stage.js';
import type { Caller, Mutated } from '../caller.js';
import { TermsGround } from './terms-ground.js';

type AgendaState = 'COLLECTING' | 'CIRCULATED' | 'REVIEWED' | 'FINAL' | 'APPROVED';

const later: readonly (readonly [AgendaState, string, 'secretariat' | 'chair'])[] = [
  ['CIRCULATED', 'circulateAgenda', 'secretariat'],
  ['REVIEWED', 'reviewAgenda', 'secretariat'],
  ['FINAL', 'finaliseAgenda', 'secretariat'],
  ['APPROVED', 'approveAgenda', 'chair'],
];

/** Brings records to where an operation starts, by what people do in life wherever that is quick enough. */
export class Ground {
  private static day = 10;
  private static bodies = 0;
  readonly terms: TermsGround;

  private constructor(
    readonly stage: ApiStage,
    private readonly secretariat: Caller,
    private readonly chair: Caller,
  ) {
    this.terms = new TermsGround(secretariat);
  }

  static async prepare(stage: ApiStage): Promise<Ground> {
    return new Ground(stage, await stage.as('geschaeftsstelle'), await stage.as('vorsitz.hh'));
  }

  /** A topic of Hessen in AK5; input of a step that names it and the revision. */
  async topic(given: Partial<Topic>): Promise<{ topicId: string; expectedRevision: number }> {
    const { id, revision } = await this.stage.placeTopic(given);
    return { topicId: id, expectedRevision: revision };
  }

  /** A draft that cites an earlier topic. */
  async citation(draft: Partial<Topic>): Promise<{ topicId: string; expectedRevision: number; precedentId: string }> {
    const { topicId: precedentTopicId } = await this.topic({ state: 'IN_COMMITTEE' });
    const coordination = await this.stage.as('koordination.he');
    const input = { ...(await this.topic(draft)), precedentTopicId };
    const selection = 'topic { id revision precedentLinks { id } }';
    const { payload } = await done(coordination.mutate('citePrecedent', input, selection));
    const { id: topicId, revision: expectedRevision, precedentLinks } = payload.topic;
    return { topicId, expectedRevision, precedentId: precedentLinks[0].id };
  }

  /** An agenda with one decided item, of a conference of its own. */
  async agenda(state: AgendaState): Promise<{ agendaId: string; expectedRevision: number; itemId: string }> {
    const conferenceId = await this.conference();
    const topic = await this.stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE' });
    const selection = 'agenda { id revision items { id } }';
    let { agenda } = (await done(this.secretariat.mutate('compileAgenda', { conferenceId }, selection))).payload;
    const steps = later.slice(0, later.findIndex(([each]) => each === state) + 1);
    for (const [, operation, who] of steps) {
      const input = { agendaId: agenda.id, expectedRevision: agenda.revision };
      ({ agenda } = (await done(this[who].mutate(operation, input, selection))).payload);
    }
    await this.stage.arrange(`UPDATE topics SET state = 'DECIDED', outcome = 'NOTED' WHERE id = $1`, [topic.id]);
    return { agendaId: agenda.id, expectedRevision: agenda.revision, itemId: agenda.items[0].id };
  }

  /** An item that came after the agenda was circulated; input of a step that names the agenda and the revision. */
  async lateItem(agendaId: string): Promise<{ agendaId: string; expectedRevision: number }> {
    const conferenceId = await this.conferenceOf(agendaId);
    await this.stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE' });
    const selection = 'agenda { revision }';
    const { payload } = await done(this.secretariat.mutate('compileAgenda', { conferenceId }, selection));
    return { agendaId, expectedRevision: payload.agenda.revision };
  }

  /** A topic meant for the conference that is still in its committee. */
  async topicMissingOn(agendaId: string): Promise<string> {
    const conferenceId = await this.conferenceOf(agendaId);
    return (await this.stage.placeTopic({ conferenceId, state: 'IN_COMMITTEE' })).id;
  }

  async agendaWithSupplement(): Promise<string> {
    const { agendaId } = await this.agenda('CIRCULATED');
    await done(this.secretariat.mutate('circulateSupplement', await this.lateItem(agendaId)));
    return agendaId;
  }

  async agendaOfCommittee(isCirculated: boolean): Promise<string> {
    const secretary = await this.stage.as('geschaeftsfuehrung.ak5');
    await this.stage.placeTopic({ state: 'IN_COMMITTEE' });
    const input = { sessionId: await this.stage.planSession('AK5') };
    const { payload } = await done(secretary.mutate('compileAgenda', input, 'agenda { id revision }'));
    const { id: agendaId, revision: expectedRevision } = payload.agenda;
    if (isCirculated) await done(secretary.mutate('circulateAgenda', { agendaId, expectedRevision }));
    return agendaId as string;
  }

  private async conferenceOf(agendaId: string): Promise<string> {
    const found = await this.stage.arrange<{ id: string }>('SELECT conference_id AS id FROM agendas WHERE id = $1', [
      agendaId,
    ]);
    return found[0]?.id ?? '';
  }

  /** An item whose topic is in the main conference, which is being held. */
  async item(): Promise<{ itemId: string; topic: Topic }> {
    const conferenceId = await this.conference();
    await this.stage.holdMainSession(conferenceId);
    const topic = await this.stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE' });
    const selection = 'agenda { id revision items { id } }';
    const { agenda } = (await done(this.secretariat.mutate('compileAgenda', { conferenceId }, selection))).payload;
    const input = { agendaId: agenda.id, expectedRevision: agenda.revision };
    await done(this.secretariat.mutate('circulateAgenda', input));
    return { itemId: agenda.items[0].id, topic };
  }

  async ballot(): Promise<{ ballotId: string; expectedRevision: number; textHash: string; topic: Topic }> {
    const { itemId, topic } = await this.item();
    const selection = 'ballot { id revision textHash }';
    const { payload } = await done(this.chair.mutate('openBallot', { agendaItemId: itemId }, selection));
    const { id, revision, textHash } = payload.ballot;
    return { ballotId: id, expectedRevision: revision, textHash, topic };
  }

  /** A circulated agenda with one item on its consent list. */
  async consentList(): Promise<{ agendaId: string; expectedRevision: number }> {
    const conferenceId = await this.conference();
    await this.stage.holdMainSession(conferenceId);
    await this.stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE', recommendation: 'AGREED' });
    const selection = 'agenda { id revision }';
    const { agenda } = (await done(this.secretariat.mutate('compileAgenda', { conferenceId }, selection))).payload;
    const input = { agendaId: agenda.id, expectedRevision: agenda.revision };
    const { payload } = await done(this.secretariat.mutate('circulateAgenda', input, selection));
    return { agendaId: payload.agenda.id, expectedRevision: payload.agenda.revision };
  }

  /** The same, being voted on. */
  async block(): Promise<{ ballotId: string; expectedRevision: number }> {
    const selection = 'ballot { id revision }';
    const opened = await done(this.chair.mutate('openBlockBallot', await this.consentList(), selection));
    return { ballotId: opened.payload.ballot.id, expectedRevision: opened.payload.ballot.revision };
  }

  /** The same with one Yes, closed. */
  async closedBlock(): Promise<{ ballotId: string; expectedRevision: number }> {
    const { ballotId, expectedRevision } = await this.block();
    const { data } = await this.chair.graphql('query ($id: ID!) { ballot(id: $id) { textHash } }', { id: ballotId });
    const vote = { ballotId, party: 'HE', choice: 'YES', textHash: data.ballot.textHash, reason: 'mündlich' };
    await done(this.secretariat.mutate('recordVoteOnBehalf', vote));
    const closed = await done(this.chair.mutate('closeBallot', { ballotId, expectedRevision }, 'ballot { revision }'));
    return { ballotId, expectedRevision: closed.payload.ballot.revision };
  }

  async closedBallot(): Promise<{ ballotId: string; topicId: string; expectedRevision: number }> {
    const { ballotId, expectedRevision, topic } = await this.ballot();
    await done(this.chair.mutate('closeBallot', { ballotId, expectedRevision }));
    const selection = `query ($id: ID!) { topic(id: $id) { revision } }`;
    const { data } = await this.chair.graphql(selection, { id: topic.id });
    return { ballotId, topicId: topic.id, expectedRevision: data.topic.revision };
  }

  /** Two topics of Hessen that the secretariat wants to merge; one consent of Hessen counts for both. */
  async merge(consents: number): Promise<{ mergeId: string; expectedRevision: number }> {
    const [topicId, survivorId] = [await this.stage.placeTopic(), await this.stage.placeTopic()].map(({ id }) => id);
    const input = { topicId, survivorId, reason: 'Beide behandeln dasselbe.' };
    const selection = 'merge { id revision }';
    let { merge } = (await done(this.secretariat.mutate('proposeMerge', input, selection))).payload;
    const hessen = await this.stage.as('koordination.he');
    for (let given = 0; given < consents; given += 1) {
      const step = { mergeId: merge.id, expectedRevision: merge.revision };
      ({ merge } = (await done(hessen.mutate('consentToMerge', step, selection))).payload);
    }
    return { mergeId: merge.id, expectedRevision: merge.revision };
  }

  /** A group of parties that need to know, in use. */
  async group(): Promise<{ groupId: string; expectedRevision: number }> {
    const input = { name: this.freeName(), parties: ['HE', 'BE'] };
    const { payload } = await done(this.secretariat.mutate('createNeedToKnowGroup', input, 'group { id revision }'));
    return { groupId: payload.group.id, expectedRevision: payload.group.revision };
  }

  /** A name that nothing bears yet. */
  readonly freeName = (): string => `Stab ${newId()}`;

  async notificationOf(mail: string): Promise<string> {
    const id = newId();
    await this.stage.arrange(
      `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
       VALUES ($1, $1, $2, 'topic-accepted', 'topic', $1, 'Hessen das Thema angemeldet hat', $3)`,
      [id, this.stage.person(mail).personId, this.stage.clock.now()],
    );
    return id;
  }

  /** A special session, planned by the secretariat. */
  async conference(): Promise<string> {
    const { payload } = await done(
      this.secretariat.mutate('planConference', this.conferencePlan(), 'conference { id }'),
    );
    return payload.conference.id as string;
  }

  conferencePlan(): Readonly<Record<string, unknown>> {
    return { season: 'SPECIAL', year: 2026, startsOn: '2026-12-28', endsOn: '2026-12-29', chair: 'HH' };
  }

  /** A working group of its own under AK V. */
  async body(): Promise<{ code: string; expectedRevision: number }> {
    const plan = this.bodyPlan();
    const { payload } = await done(this.secretariat.mutate('setUpBody', plan, 'revision'));
    return { code: plan.code, expectedRevision: payload.revision };
  }

  bodyPlan(): { readonly code: string; readonly parent: string; readonly name: string; readonly on: string } {
    Ground.bodies += 1;
    return { code: `AG Probe ${Ground.bodies}`, parent: 'AK5', name: 'Eine Probe', on: '2026-12-01' };
  }

  personPlan(): { readonly name: string; readonly mail: string } {
    Ground.bodies += 1;
    return { name: 'Robin Neu', mail: `neu.${Ground.bodies}@konferenzmappe.example` };
  }

  /** Somebody who is entrusted with nothing yet. */
  async newcomer(): Promise<string> {
    const { payload } = await done(this.secretariat.mutate('addPerson', this.personPlan(), 'person { id }'));
    return payload.person.id as string;
  }

  /** Somebody with the right to read in Hessen. */
  async assignment(): Promise<{ assignmentId: string; expectedRevision: number }> {
    const given = { personId: await this.newcomer(), role: 'READER', party: 'HE', on: '2026-12-01' };
    const selection = 'assignment { id revision }';
    const { payload } = await done(this.secretariat.mutate('grantAssignment', given, selection));
    return { assignmentId: payload.assignment.id, expectedRevision: payload.assignment.revision };
  }

  /** A day on which nobody meets yet. */
  freeDay(): string {
    Ground.day += 1;
    return new Date(Date.UTC(2026, 10, Ground.day)).toISOString().slice(0, 10);
  }
}

export async function done(asked: Promise<Mutated>): Promise<Mutated> {
  const answer = await asked;
  if (answer.refused.length > 0) throw new Error(`The ground cannot be laid: ${answer.text}`);
  return answer;
}
