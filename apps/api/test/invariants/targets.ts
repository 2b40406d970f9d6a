import { outcomeNames, landCodes, type Outcome } from '#glossary';
import type { World } from './world.js';

/** One try: who does what to which record, with which of the possible values. All of it may be absurd. */
export interface Deed {
  readonly kind: string;
  readonly who: string;
  /** Picks the record, modulo how many there are. */
  readonly target: number;
  /** Picks the value, modulo how many there are. */
  readonly value: number;
}

export type Input = Readonly<Record<string, unknown>>;
export type Doing = (world: World, deed: Deed) => Promise<readonly [operation: string, input: Input] | null>;

export const reason = 'So ist es vereinbart.';
export const choices = ['YES', 'YES', 'YES', 'ABSTAIN', 'NO'] as const;
export const outcomes = Object.keys(outcomeNames) as Outcome[];
export const everyParty = [...landCodes, 'BUND'] as const;

export function pick<Value>(values: readonly Value[], index: number): Value | null {
  return values.length === 0 ? null : (values[index % values.length] ?? null);
}

export const clausesOf = (value: number): Input[] => [
  { text: `Die IMK nimmt den Bericht zur Kenntnis (${value % 3}).` },
];

export interface Revised {
  readonly id: string;
  readonly revision: number;
}

export const topicsOf = (world: World): Promise<Revised[]> =>
  world.rows('SELECT id, revision FROM topics WHERE conference_id = $1 ORDER BY id', [world.conferenceId]);

export const onTopic =
  (operation: string, inputOf: (deed: Deed) => Input = () => ({})): Doing =>
  async (world, deed) => {
    const topic = pick(await topicsOf(world), deed.target);
    if (topic === null) return null;
    return [operation, { topicId: topic.id, expectedRevision: topic.revision, ...inputOf(deed) }];
  };

export const onAgenda =
  (operation: string, inputOf: (deed: Deed) => Input = () => ({})): Doing =>
  async (world, deed) => {
    const agendas = await world.rows<Revised>('SELECT id, revision FROM agendas WHERE conference_id = $1 ORDER BY id', [
      world.conferenceId,
    ]);
    const agenda = pick(agendas, deed.target);
    return agenda === null
      ? null
      : [operation, { agendaId: agenda.id, expectedRevision: agenda.revision, ...inputOf(deed) }];
  };

export const itemsOf = (world: World): Promise<(Revised & { agendaId: string })[]> =>
  world.rows(
    `SELECT agenda_items.id, agenda_id AS "agendaId", agendas.revision FROM agenda_items
     JOIN agendas ON agendas.id = agenda_id WHERE conference_id = $1 ORDER BY agenda_items.id`,
    [world.conferenceId],
  );

export const onItem =
  (operation: string, inputOf: (deed: Deed) => Input = () => ({})): Doing =>
  async (world, deed) => {
    const item = pick(await itemsOf(world), deed.target);
    if (item === null) return null;
    return [operation, { agendaId: item.agendaId, itemId: item.id, expectedRevision: item.revision, ...inputOf(deed) }];
  };

export interface OpenBallot extends Revised {
  readonly textHash: string;
  readonly version: number;
}

export const ballotsOf = (world: World): Promise<OpenBallot[]> =>
  world.rows(
    `SELECT ballots.id, ballots.revision, ballots.text_hash AS "textHash",
       (SELECT max(number) FROM proposal_versions WHERE topic_id = topics.id) AS version
     FROM ballots JOIN topics ON topics.id = ballots.topic_id WHERE conference_id = $1 ORDER BY ballots.id DESC`,
    [world.conferenceId],
  );

export const onBallot =
  (operation: string, inputOf: (deed: Deed, ballot: OpenBallot) => Input): Doing =>
  async (world, deed) => {
    const ballot = pick(await ballotsOf(world), deed.target);
    return ballot === null ? null : [operation, { ballotId: ballot.id, ...inputOf(deed, ballot) }];
  };

/** Mostly the text before one's eyes; sometimes another. */
export const hashFor = ({ value }: Deed, { textHash }: OpenBallot): string =>
  value % 13 === 12 ? 'f'.repeat(64) : textHash;

export const onStatement =
  (operation: string): Doing =>
  async (world, deed) => {
    const statements = await world.rows<Revised>(
      `SELECT statements.id, statements.revision FROM statements JOIN topics ON topics.id = topic_id
       WHERE conference_id = $1 ORDER BY statements.id`,
      [world.conferenceId],
    );
    const statement = pick(statements, deed.target);
    if (statement === null) return null;
    const party = pick(everyParty, deed.value);
    return [
      operation,
      {
        statementId: statement.id,
        expectedRevision: statement.revision,
        ...(operation === 'cosignStatement' ? { party } : {}),
      },
    ];
  };

export const HOUR = 3_600_000;

export interface Procedure extends Revised {
  readonly textHash: string;
  readonly topicHash: string;
  readonly version: number;
}

export const onProcedure =
  (operation: string, inputOf: (deed: Deed, procedure: Procedure, now: Date) => Input): Doing =>
  async (world, deed) => {
    const procedures = await world.rows<Procedure>(
      `SELECT written_procedures.id, written_procedures.revision, text_hash AS "textHash",
         proposal_text_hash AS "topicHash",
         (SELECT max(number) FROM proposal_versions WHERE topic_id = topics.id) AS version
       FROM written_procedures JOIN topics ON topics.id = topic_id
       WHERE written_procedures.conference_id = $1 ORDER BY written_procedures.id DESC`,
      [world.conferenceId],
    );
    const procedure = pick(procedures, deed.target);
    if (procedure === null) return null;
    return [operation, { procedureId: procedure.id, ...inputOf(deed, procedure, world.stage.clock.now()) }];
  };

export const onRelease =
  (operation: string, inputOf: (deed: Deed, release: Revised) => Input): Doing =>
  async (world, deed) => {
    const releases = await world.rows<Revised>(
      'SELECT id, revision FROM releases WHERE conference_id = $1 ORDER BY id',
      [world.conferenceId],
    );
    const release = pick(releases, deed.target);
    return release === null ? null : [operation, { releaseId: release.id, ...inputOf(deed, release) }];
  };

export const onPublication =
  (operation: string): Doing =>
  async (world) => {
    const [publication] = await world.rows<Revised>(
      `SELECT id, revision FROM publications WHERE conference_id = $1 ORDER BY id DESC LIMIT 1`,
      [world.conferenceId],
    );
    if (publication === undefined) return null;
    return [operation, { publicationId: publication.id, expectedRevision: publication.revision }];
  };

/** Mostly the person's own party; sometimes another's. */
export function partyFor({ who, value }: Deed): string {
  const own = everyParty.find((party) => who === `koordination.${party.toLowerCase()}`);
  return own !== undefined && value % 7 !== 6 ? own : (pick(everyParty, value) ?? 'HE');
}
