import { Injectable } from '@nestjs/common';
import { SessionReports } from '#agendas';
import { bodyNameIn, Conferences, Sessions, type Conference } from '#conferences';
import { minutesStateNames, type BodyCode } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { Database, type ReadTx } from '#platform/database';
import type { MinutesDocument, MinutesDocumentSession } from '../../documents/minutes-document.js';
import { MinutesRecords, type StoredMinutes } from '../../persistence/minutes.repository.js';

/** The minutes for one reader, under this reader's own rights: each entry that may not be read lies apart. */
@Injectable()
export class PrintedMinutesQuery {
  constructor(
    private readonly database: Database,
    private readonly records: MinutesRecords,
    private readonly conferences: Conferences,
    private readonly reports: SessionReports,
    private readonly sessions: Sessions,
  ) {}

  /** Null when there are no such minutes or no such version, or the actor may not see them. */
  async execute(actor: Actor, id: string, number: number | null): Promise<MinutesDocument | null> {
    return this.database.read(actor, async (tx): Promise<MinutesDocument | null> => {
      const minutes = (await this.records.minutesByIds(tx, [id])).get(id);
      return minutes === undefined ? null : this.documentOf(tx, minutes, number ?? minutes.version);
    });
  }

  private async documentOf(tx: ReadTx, minutes: StoredMinutes, number: number): Promise<MinutesDocument | null> {
    const versions = (await this.records.versionsByMinutes(tx, [minutes.id])).get(minutes.id) ?? [];
    const version = versions.find((each) => each.number === number);
    if (version === undefined) return null;
    const entries = (await this.records.entriesByVersions(tx, [version.id])).get(version.id);
    const conference = await this.conferences.getConference(tx, minutes.conferenceId);
    return {
      session: await this.sessionOf(tx, conference, minutes),
      status: statusOf(minutes, number),
      writtenOn: berlinDay(version.writtenAt),
      items: version.places.map((place) => {
        return { number: place.number, entry: entries?.get(place.agendaItemId) ?? null };
      }),
      reports: isOfConference(minutes) ? await this.reports.to(tx, minutes.conferenceId) : [],
    };
  }

  private async sessionOf(
    tx: ReadTx,
    { names, season, ...conference }: Conference,
    minutes: StoredMinutes,
  ): Promise<MinutesDocumentSession> {
    const { conference: sender, conferenceGenitive: senderGenitive, shortName } = names;
    const from = { sender, senderGenitive, shortName };
    const session = isOfConference(minutes) ? null : await this.sessions.findSession(tx, minutes.sessionId);
    const { number, startsOn, endsOn, place } = session ?? conference;
    const body = session === null ? null : session.bodies.map((code) => articled(code, bodyNameIn(names, code)));
    const isSpecialSession = session === null && season === 'SPECIAL';
    return { ...from, body: body?.join(' und ') ?? null, number, isSpecialSession, startsOn, endsOn, place };
  }
}

function isOfConference({ bodies }: StoredMinutes): boolean {
  return bodies[0] === 'MAIN_CONFERENCE';
}

/** "des AK II", "der Vorkonferenz", "der AG Lage" */
function articled(code: BodyCode, name: string): string {
  return `${code === 'PRE_CONFERENCE' || code.startsWith('AG ') ? 'der' : 'des'} ${name}`;
}

function statusOf({ state, version }: StoredMinutes, number: number): string {
  if (number !== version) return `Fassung ${number}, überholt durch Fassung ${version}`;
  return `Fassung ${number} (${minutesStateNames[state]})`;
}
