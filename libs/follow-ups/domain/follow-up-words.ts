import { bodyShortNames, partyNames, seasonNames, type BodyCode } from '#glossary';
import { addresseeKindNames, type Addressee } from './addressee.js';
import type { Due } from './due.js';

/** "AK II", "Hessen", "Vorsitz", "Alle Länder". */
export function nameOfAddressee(addressee: Addressee): string {
  switch (addressee.kind) {
    case 'BODY':
      return shortNameOf(addressee.code);
    case 'PARTY':
      return partyNames[addressee.code];
    case 'CHAIR':
    case 'ALL_LAENDER':
      return addresseeKindNames[addressee.kind];
  }
}

function shortNameOf(code: BodyCode): string {
  const names: Readonly<Record<string, string>> = bodyShortNames;
  return names[code] ?? code;
}

/** "31.12.2027", "Herbst 2027", "wenn das Gesetz in Kraft ist (Prüfung am 01.06.2027)". */
export function wordsForDue(due: Due): string {
  switch (due.kind) {
    case 'DAY':
      return germanDay(due.day);
    case 'CONFERENCE':
      return `${seasonNames[due.season]} ${due.year}`;
    case 'CONDITION':
      return `wenn: ${due.condition} (Prüfung am ${germanDay(due.reviewOn)})`;
  }
}

function germanDay(day: string): string {
  return day.split('-').reverse().join('.');
}
