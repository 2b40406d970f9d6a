import { Injectable } from '@nestjs/common';
import { Conferences, type Conference } from '#conferences';
import type { SilenceRule } from '#glossary';
import { berlinDay, endOfBerlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import { workingDaysAfter } from '../domain/working-days.js';
import type { WrittenRule } from '../domain/written-procedure.js';

/** What the conference of ministers has agreed on for what it decides in writing. */
export interface Terms {
  readonly regularDeadline: Date;
  /** The regular one, or the urgent one when it is said why. */
  deadlineFor(urgencyReason: string | null | undefined): Date;
  ruleWith(silenceRule: SilenceRule): WrittenRule;
}

@Injectable()
export class ProcedureTerms {
  constructor(private readonly conferences: Conferences) {}

  /** As of today: what begins now keeps them to its end. */
  async termsOf(tx: ReadTx, conferenceId: string, now: Date): Promise<Terms> {
    const profile = await this.conferences.profileOf(tx, conferenceId);
    const { minYes, adoptionRule, mayDemandDiscussion } = profile;
    const regularDeadline = deadlineAfter(now, profile.writtenProcedureDays);
    const urgentDeadline = deadlineAfter(now, profile.writtenProcedureUrgentDays);
    return {
      regularDeadline,
      deadlineFor: (urgencyReason) => ((urgencyReason ?? '').trim() === '' ? regularDeadline : urgentDeadline),
      ruleWith: (silenceRule) => ({ silenceRule, minYes, adoptionRule, mayDemandDiscussion }),
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
function deadlineAfter(now: Date, workingDays: number): Date {
  return endOfBerlinDay(workingDaysAfter(berlinDay(now), workingDays));
}
