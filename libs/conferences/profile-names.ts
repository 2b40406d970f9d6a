import { agendaListNames, bodyShortNames } from '#glossary';
import { refused, type Refused } from '#platform/lifecycle';
import type { ConferenceNames, ProfileValues } from './domain/conference-profile.js';

interface CodedName {
  readonly code: string;
  readonly name: string;
}

/** A profile as it is entered: names beside codes that need not exist. */
export type EnteredProfile = Omit<ProfileValues, 'names'> & {
  readonly names: Omit<ConferenceNames, 'bodies' | 'lists'> & {
    readonly bodies: readonly CodedName[];
    readonly lists: readonly CodedName[];
  };
};

/** The entered values without blanks around texts; names equal to the usual ones are not kept as deviations. */
export function valuesFrom({
  names,
  ...values
}: EnteredProfile): { readonly ok: true; readonly values: ProfileValues } | Refused {
  const unknown = [
    ...unknownCodes('bodies', names.bodies, bodyShortNames),
    ...unknownCodes('lists', names.lists, agendaListNames),
  ];
  const [first, ...others] = unknown;
  if (first !== undefined) return refused(first, ...others);
  return {
    ok: true,
    values: {
      ...values,
      name: values.name.trim(),
      names: {
        conference: names.conference.trim(),
        conferenceGenitive: names.conferenceGenitive.trim(),
        shortName: names.shortName.trim(),
        office: names.office.trim(),
        writtenProcedure: names.writtenProcedure.trim(),
        writtenResolution: names.writtenResolution.trim(),
        bodies: deviations(names.bodies, bodyShortNames),
        lists: deviations(names.lists, agendaListNames),
      },
    },
  };
}

type UsualNames = Readonly<Record<string, string>>;

function unknownCodes(field: string, entered: readonly CodedName[], usual: UsualNames): Refused['refusals'][number][] {
  return entered
    .filter(({ code }) => !Object.hasOwn(usual, code))
    .map(({ code }) => ({ code: 'UNKNOWN_CODE', message: `„${code}“ gibt es hier nicht.`, field }));
}

function deviations(entered: readonly CodedName[], usual: UsualNames): Readonly<Record<string, string>> {
  const named = entered.map(({ code, name }) => [code, name.trim()] as const);
  return Object.fromEntries(named.filter(([code, name]) => name !== '' && name !== usual[code]));
}
