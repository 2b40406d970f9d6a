import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionReports, type SessionReport, type SessionReportSource } from '#agendas';
import { Conferences, type ConferenceNames } from '#conferences';
import { classificationNames, writtenProcedureStateNames } from '#glossary';
import { berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import { germanDay } from '#platform/documents';
import { TopicRepository, type Topic } from '#topics';
import { printed } from '../../domain/written-procedure.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { ProceduresToReportQuery } from './procedures-to-report.query.js';

/** What became of the votes in writing, as agenda and minutes of the next main conference tell it. */
@Injectable()
export class ReportToConference implements SessionReportSource, OnModuleInit {
  constructor(
    private readonly reports: SessionReports,
    private readonly toReport: ProceduresToReportQuery,
    private readonly conferences: Conferences,
    private readonly topics: TopicRepository,
  ) {}

  onModuleInit(): void {
    this.reports.add(this);
  }

  async reportTo(tx: ReadTx, conferenceId: string): Promise<SessionReport | null> {
    const procedures = await this.toReport.listFor(tx, conferenceId);
    if (procedures.length === 0) return null;
    const { names } = await this.conferences.getConference(tx, conferenceId);
    const topics = await this.topics.listTopicsByIds(
      tx,
      procedures.map(({ topicId }) => topicId),
    );
    const entries = procedures.flatMap((procedure) => {
      const topic = topics.get(procedure.topicId);
      return topic === undefined
        ? []
        : [{ title: topic.title, facts: factsOf(procedure, names), marking: markOf(topic) }];
    });
    return entries.length === 0 ? null : { heading: `Bericht: ${names.writtenProcedure}`, entries };
  }
}

/** "Umlaufverfahren 4/2026", "Beschlossen am 24. November 2026", "Umlaufbeschluss 3/2026" */
function factsOf(procedure: StoredProcedure, names: ConferenceNames): readonly string[] {
  const { number, resolutionNumber, state, endedAt } = procedure;
  return [
    ...(number === null ? [] : [`${names.writtenProcedure} ${printed(number)}`]),
    `${writtenProcedureStateNames[state]}${endedAt === null ? '' : ` am ${germanDay(berlinDay(endedAt))}`}`,
    ...(resolutionNumber === null ? [] : [`${names.writtenResolution} ${printed(resolutionNumber)}`]),
  ];
}

function markOf({ classification }: Topic): string | null {
  return classification === 'RESTRICTED' || classification === 'VS_NFD' ? classificationNames[classification] : null;
}
