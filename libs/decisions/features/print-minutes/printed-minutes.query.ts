import { Injectable } from '@nestjs/common';
import { SessionReports } from '#agendas';
import { Conferences, type Conference } from '#conferences';
import { minutesStateNames } from '#glossary';
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
      session: sessionOf(conference),
      status: statusOf(minutes, number),
      writtenOn: berlinDay(version.writtenAt),
      items: version.places.map((place) => {
        return { number: place.number, entry: entries?.get(place.agendaItemId) ?? null };
      }),
      reports: await this.reports.to(tx, minutes.conferenceId),
    };
  }
}

function sessionOf({ names, number, season, startsOn, endsOn, place }: Conference): MinutesDocumentSession {
  const { conference: sender, conferenceGenitive: senderGenitive, shortName } = names;
  return { sender, senderGenitive, shortName, number, isSpecialSession: season === 'SPECIAL', startsOn, endsOn, place };
}

function statusOf({ state, version }: StoredMinutes, number: number): string {
  if (number !== version) return `Fassung ${number}, überholt durch Fassung ${version}`;
  return `Fassung ${number} (${minutesStateNames[state]})`;
}
