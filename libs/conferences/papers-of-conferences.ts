import { Injectable } from '@nestjs/common';
import type { ReadTx } from '#platform/database';
import type { ConferencePaper } from './domain/conference-change-requirements.js';

/** A library above this one that keeps papers for a conference: who moves or cancels it must know of them. */
export interface PapersSource {
  papersOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferencePaper[]>;
}

/** Asks all libraries that have signed up. What the reader may not see is not among the answers. */
@Injectable()
export class PapersOfConferences {
  private readonly sources: PapersSource[] = [];

  add(source: PapersSource): void {
    this.sources.push(source);
  }

  async of(tx: ReadTx, conferenceId: string): Promise<readonly ConferencePaper[]> {
    const papers: ConferencePaper[] = [];
    for (const source of this.sources) papers.push(...(await source.papersOf(tx, conferenceId)));
    return papers;
  }
}
