import { Injectable } from '@nestjs/common';
import { Conferences, type Conference } from '#conferences';
import { addWorkingDays, calendarOf, workingDaysBetween, workingDaysInWords, type Calendar } from '#deadlines';
import type { SilenceRule } from '#glossary';
import { berlinDay, endOfBerlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import type { WrittenRule } from '../domain/written-procedure.js';

/** What the conference of ministers has agreed on for what it decides in writing. */
export interface Terms {
  readonly regularDeadline: Date;
  /** Which days were counted for it, and which were not and why. */
  readonly regularInWords: string;
  readonly urgentDeadline: Date;
  readonly urgentInWords: string;
  /** So many hours at least lie before a deadline. */
  readonly leavesHours: number;
  /** What silence means unless the chair says otherwise. */
  readonly silenceRule: SilenceRule;
  /** The regular one, or the urgent one when it is said why. */
  deadlineFor(urgencyReason: string | null | undefined): Date;
  /** How many working days lie after the opening of a round up to its deadline, and which days do not count. */
  runningTimeInWords(openedAt: Date, closesAt: Date): string;
  ruleWith(silenceRule: SilenceRule | null | undefined): WrittenRule;
}

@Injectable()
export class ProcedureTerms {
  constructor(private readonly conferences: Conferences) {}

  /** As of today: what begins now keeps them to its end. */
  async termsOf(tx: ReadTx, conferenceId: string, now: Date): Promise<Terms> {
    const profile = await this.conferences.profileOf(tx, conferenceId);
    const { minYes, adoptionRule, mayDemandDiscussion, writtenProcedureSilenceRule } = profile;
    const calendar = calendarOf(profile.holidayRule);
    const regular = deadlineAfter(now, profile.writtenProcedureDays, calendar);
    const urgent = deadlineAfter(now, profile.writtenProcedureUrgentDays, calendar);
    return {
      regularDeadline: regular.deadline,
      regularInWords: regular.inWords,
      urgentDeadline: urgent.deadline,
      urgentInWords: urgent.inWords,
      leavesHours: profile.writtenProcedureLeavesHours,
      silenceRule: writtenProcedureSilenceRule,
      deadlineFor: (urgencyReason) => ((urgencyReason ?? '').trim() === '' ? regular.deadline : urgent.deadline),
      runningTimeInWords: (openedAt, closesAt) =>
        workingDaysInWords(workingDaysBetween(berlinDay(openedAt), berlinDay(closesAt), calendar)),
      ruleWith: (silenceRule) => ({
        silenceRule: silenceRule ?? writtenProcedureSilenceRule,
        minYes,
        adoptionRule,
        mayDemandDiscussion,
      }),
    };
  }

  async profileCodeOf(tx: ReadTx, conferenceId: string): Promise<string> {
    return (await this.conferences.getConference(tx, conferenceId)).profileCode;
  }

  /** The running or else the next conference of the same ministers; null when none is planned. */
  async nextConference(tx: ReadTx, profileCode: string, now: Date): Promise<Conference | null> {
    const today = berlinDay(now);
    const ahead = (await this.conferences.listConferences(tx)).filter(
      ({ profileCode: of, endsOn, state }) => of === profileCode && endsOn >= today && state === 'PLANNED',
    );
    return ahead.at(-1) ?? null;
  }
}

/** The end of the last of so many working days; today does not count. */
function deadlineAfter(
  now: Date,
  days: number,
  calendar: Calendar,
): { readonly deadline: Date; readonly inWords: string } {
  const counted = addWorkingDays(berlinDay(now), days, calendar);
  return { deadline: endOfBerlinDay(counted.day), inWords: workingDaysInWords(counted) };
}
