import type { Caller } from '../caller.js';

interface Term {
  readonly id: string;
  readonly revision: number;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: string;
}

/** Chair terms as they are when an operation is tried. */
export class TermsGround {
  constructor(private readonly secretariat: Caller) {}

  /** The first year for which nobody is meant to chair yet. */
  async freeYear(): Promise<number> {
    return Number((await this.all()).at(-1)?.validTo.slice(0, 4)) + 1;
  }

  async proposed(): Promise<{ termId: string; expectedRevision: number }> {
    const isProposed = ({ state }: Term): boolean => state === 'PROPOSED';
    if (!(await this.all()).some(isProposed)) {
      await this.secretariat.mutate('proposeChairTerms', { untilYear: await this.freeYear() });
    }
    return stepOn((await this.all()).find(isProposed));
  }

  /** The last term but so many. */
  async later(before: number): Promise<{ termId: string; expectedRevision: number }> {
    return stepOn((await this.all()).at(-1 - before));
  }

  async firstDayOf(before: number): Promise<string> {
    return (await this.all()).at(-1 - before)?.validFrom ?? '';
  }

  private async all(): Promise<readonly Term[]> {
    const { data } = await this.secretariat.graphql('{ chairTerms { id revision validFrom validTo state } }');
    return data.chairTerms;
  }
}

function stepOn(term: Term | undefined): { termId: string; expectedRevision: number } {
  return { termId: term?.id ?? '', expectedRevision: term?.revision ?? 0 };
}
