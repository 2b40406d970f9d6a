import type { Outcome } from './papers.js';

/** What a ballot is about: an item of the agenda, the block of a consent list, or a text that is voted on in writing. */
export const ballotKindNames = {
  ITEM: 'Abstimmung über einen Punkt',
  BLOCK: 'Abstimmung en bloc',
  WRITTEN_PROCEDURE: 'Abstimmung im Umlaufverfahren',
} as const;
export type BallotKind = keyof typeof ballotKindNames;

/** What follows when the chair determines how an item ended, as one reads it before. */
export const outcomeConsequences: Readonly<Record<Outcome, string>> = {
  ADOPTED: 'Der Text wird in der abgestimmten Fassung zum Beschluss; er ist derselbe wie in der Endfassung.',
  ADOPTED_AMENDED: 'Der Text wird in der abgestimmten, gegenüber der Endfassung geänderten Fassung zum Beschluss.',
  NOTED: 'Der Punkt ist erledigt. Es gibt keinen Beschluss.',
  NO_RESOLUTION: 'Der Punkt endet ohne Beschluss.',
  NOT_ADOPTED: 'Der Beschlussvorschlag ist nicht angenommen; das Thema endet.',
  POSTPONED: 'Das Thema steht vor der Vorkonferenz einer späteren Konferenz; Verlauf und Fassungen bleiben erhalten.',
  REFERRED_BACK: 'Das Thema liegt wieder beim federführenden Arbeitskreis, der benachrichtigt wird.',
  WITHDRAWN: 'Zurückziehen kann nur die anmeldende Stelle.',
  REMOVED: 'Der Punkt wird abgesetzt; das Thema endet.',
  TO_WRITTEN_PROCEDURE: 'Über den Text wird schriftlich abgestimmt; das Umlaufverfahren wird als Entwurf angelegt.',
};

/** Unanimity: adopted when no Land says No. Majority: adopted when enough say Yes, whoever says No. */
export const adoptionRuleNames = { UNANIMITY: 'Einstimmigkeit', MAJORITY: 'Mehrheit' } as const;
export type AdoptionRule = keyof typeof adoptionRuleNames;
