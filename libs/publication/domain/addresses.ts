import type { Season } from '#glossary';

/** What the address of a conference is made of. It never changes: a place or a number may still be corrected. */
export interface AddressedConference {
  readonly profileCode: string;
  readonly season: Season;
  readonly year: number;
  readonly startsOn: string;
}

const seasonWords: Readonly<Record<Season, string>> = {
  SPRING: 'fruehjahr',
  AUTUMN: 'herbst',
  SPECIAL: 'sondersitzung',
};

/** "imk-herbst-2026", "imk-sondersitzung-2026-01-15". */
export function conferenceSlug({ profileCode, season, year, startsOn }: AddressedConference): string {
  return asAddress(`${profileCode}-${seasonWords[season]}-${season === 'SPECIAL' ? startsOn : year}`);
}

export interface AddressedResolution {
  readonly id: string;
  readonly itemNumber: string | null;
  readonly writtenProcedureNumber: string | null;
}

/**
 * "top-12a", "umlaufbeschluss-3-2026"; where neither is known, something of the id. Never the title: what was
 * withdrawn keeps its address.
 */
export function resolutionSlug({ id, itemNumber, writtenProcedureNumber }: AddressedResolution): string {
  if (writtenProcedureNumber !== null) return asAddress(writtenProcedureNumber);
  return itemNumber === null ? `beschluss-${id.slice(-8)}` : asAddress(`top-${itemNumber}`);
}

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function asAddress(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => spelled[letter] ?? '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
