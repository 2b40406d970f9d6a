import { germanDay, renderPdf, type IsoDay, type JsonValue } from '#platform/documents';

/** What stands in the letter that opens a round. */
export interface InvitationDocument {
  readonly sender: string;
  readonly office: string;
  /** "IMK". */
  readonly shortName: string;
  /** "Umlaufverfahren 5/2026". */
  readonly name: string;
  readonly round: number;
  readonly issuedOn: IsoDay;
  readonly title: string;
  /** Of what fewer than all parties may read; null for any other. */
  readonly marking: string | null;
  readonly subLine: string | null;
  readonly registrants: readonly string[];
  readonly deadline: { readonly day: IsoDay; readonly time: string };
  /** Which days count up to the deadline, and which do not and why. */
  readonly runningTime: string;
  readonly urgencyReason: string | null;
  readonly silence: 'ALL_MUST_VOTE' | 'SILENCE_IS_ABSTENTION' | 'SILENCE_IS_CONSENT';
  readonly discussion: 'ANY_LAND' | 'ANY_PARTY' | 'CHAIR';
  readonly textHash: string;
  readonly clauses: readonly InvitationClause[];
}

export interface InvitationClause {
  /** Such as "1" or "a"; null for a clause that stands alone. */
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly InvitationClause[];
}

const SILENCE = {
  ALL_MUST_VOTE:
    'Beschlossen ist der Text nur, wenn bis zum Ablauf der Frist alle Länder abgestimmt haben. Schweigen verhindert den Beschluss.',
  SILENCE_IS_ABSTENTION:
    'Wer sich bis zum Ablauf der Frist nicht äußert, wird so behandelt, als habe er sich enthalten.',
  SILENCE_IS_CONSENT: 'Wer sich bis zum Ablauf der Frist nicht äußert, wird so behandelt, als habe er zugestimmt.',
} as const satisfies Record<InvitationDocument['silence'], string>;

const DISCUSSION = {
  ANY_LAND: 'Jedes Land und der Vorsitz können bis dahin verlangen, dass der Text in der Sitzung erörtert wird.',
  ANY_PARTY:
    'Jedes Land, der Bund und der Vorsitz können bis dahin verlangen, dass der Text in der Sitzung erörtert wird.',
  CHAIR: 'Der Vorsitz kann bis dahin verlangen, dass der Text in der Sitzung erörtert wird.',
} as const satisfies Record<InvitationDocument['discussion'], string>;

/** The invitation as tagged PDF/UA-1; the same document gives the same bytes. */
export function renderInvitationPdf(document: InvitationDocument): Promise<Uint8Array> {
  return renderPdf(new URL('./invitation.typ', import.meta.url), invitationPaper(document), {
    title: `Einladung zum ${document.name}: ${document.title}`,
    author: `${document.sender} – ${document.office}`,
    date: document.issuedOn,
  });
}

function invitationPaper(document: InvitationDocument): JsonValue {
  const { name, round, deadline, registrants, urgencyReason } = document;
  return {
    sender: document.sender,
    office: `– ${document.office} –`,
    placeAndDate: `Berlin, den ${germanDay(document.issuedOn)}`,
    marking: document.marking ?? `Nur für den Dienstgebrauch der ${document.shortName} – nicht öffentlich`,
    runningHeader: `Einladung zum ${name}`,
    heading: `Einladung zum ${name}`,
    lines: round === 1 ? [] : [`${round}. Runde mit geändertem Text`],
    title: document.title,
    subLine: document.subLine,
    registrants: registrants.join(', '),
    deadline: `${germanDay(deadline.day)}, ${deadline.time} Uhr (Berliner Zeit)`,
    runningTime: document.runningTime,
    urgencyReason,
    rules: [
      SILENCE[document.silence],
      DISCUSSION[document.discussion],
      'Stimmen und Freigabevoten können bis zum Ablauf der Frist geändert werden; es gilt die letzte Abgabe.',
      ...(round === 1 ? [] : ['Stimmen zu früheren Fassungen zählen nicht. Bitte stimmen Sie neu ab.']),
    ],
    textHash: document.textHash,
    clauses: clausesPaper(document.clauses),
  };
}

function clausesPaper(clauses: readonly InvitationClause[]): JsonValue[] {
  return clauses.map(({ number, text, children }) => ({ number, text, children: clausesPaper(children) }));
}
