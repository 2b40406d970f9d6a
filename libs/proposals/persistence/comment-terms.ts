import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import { addWorkingDays, calendarOf, workingDaysBetween, workingDaysInWords } from '#deadlines';
import { berlinDay, endOfBerlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import type { CommentTerm } from '../domain/comment-round.js';

/** More nobody means, and counting them would only take time. */
const MOST_DAYS = 366;

/** A term that may be chosen, and the days that were counted for it. */
export interface CountedTerm {
  readonly workingDays: number;
  readonly closesAt: Date;
  /** Which days count, and which do not and why. */
  readonly inWords: string;
}

/** How long somebody may be asked to comment, by the profile of the conference. */
export interface CommentTermOfConference extends CommentTerm {
  /** The end of the last of so many working days after the instant; undefined for what is no number of days. */
  endAfter(instant: Date, workingDays: number): Date | undefined;
  /** All that may be chosen now. */
  choicesAfter(instant: Date): readonly CountedTerm[];
  inWords(from: Date, until: Date): string;
}

@Injectable()
export class CommentTerms {
  constructor(private readonly conferences: Conferences) {}

  async termOf(tx: ReadTx, conferenceId: string): Promise<CommentTermOfConference> {
    const { commentFromDays, commentToDays, holidayRule } = await this.conferences.profileOf(tx, conferenceId);
    const calendar = calendarOf(holidayRule);
    const counted = (instant: Date, workingDays: number): CountedTerm => {
      const days = addWorkingDays(berlinDay(instant), workingDays, calendar);
      return { workingDays, closesAt: endOfBerlinDay(days.day), inWords: workingDaysInWords(days) };
    };
    return {
      fromDays: commentFromDays,
      toDays: commentToDays,
      endAfter: (instant, days) =>
        Number.isInteger(days) && days >= 0 && days <= MOST_DAYS ? counted(instant, days).closesAt : undefined,
      choicesAfter: (instant) =>
        Array.from({ length: commentToDays - commentFromDays + 1 }, (_each, index) =>
          counted(instant, commentFromDays + index),
        ),
      inWords: (from, until) => workingDaysInWords(workingDaysBetween(berlinDay(from), berlinDay(until), calendar)),
    };
  }
}
