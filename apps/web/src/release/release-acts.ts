import { type Act, oneOf, send, textOf } from '../acts/act.js';
import {
  AgreeToReleaseDocument,
  ApprovePublicationDocument,
  DiscardPublicationDocument,
  GrantReleaseDocument,
  ObjectToReleaseDocument,
  PreparePublicationDocument,
  type PublicationPartsFragment,
  ReinstateReleaseDocument,
  type ReleasePartsFragment,
  WithdrawPublicationDocument,
  WithdrawReleaseObjectionDocument,
} from '../generated/graphql.js';

type ActOf = (release: ReleasePartsFragment) => Act;

const reason = { name: 'reason', label: 'Grund', kind: 'text' } as const;

const onRelease = ({ id, revision }: ReleasePartsFragment) => ({ releaseId: id, expectedRevision: revision });

const acts: Readonly<Record<string, ActOf>> = {
  objectToRelease: ({ id, mayObjectFor }) => {
    const parties = mayObjectFor.map(({ code, name }) => ({ value: code, label: name }));
    const [only] = parties;
    return {
      fields: [
        {
          name: 'party',
          label: 'Widerspruch für',
          kind: 'one',
          choices: parties,
          ...(only === undefined ? {} : { initial: only.value }),
        },
        { ...reason, optional: true, hint: 'Ein Grund ist nicht nötig. Nur Ihr eigenes Haus liest ihn.' },
      ],
      explanation:
        'Ein Widerspruch genügt, damit nicht veröffentlicht wird. Wer widersprochen hat, erfährt außer Ihrem Haus niemand, auch nicht die Geschäftsstelle und der Vorsitz.',
      run: (client, values) => {
        const given = textOf(values, 'reason');
        const input = { releaseId: id, party: oneOf(values, 'party'), ...(given === '' ? {} : { reason: given }) };
        return send(client, ObjectToReleaseDocument, { input });
      },
    };
  },
  agreeToRelease: (release) => ({
    fields: [],
    explanation: 'Bisher ist keine Veröffentlichung gewünscht. Danach wird freigegeben, wenn niemand widerspricht.',
    run: (client) => send(client, AgreeToReleaseDocument, { input: onRelease(release) }),
  }),
  grantRelease: (release) => ({
    fields: [],
    explanation: 'Die Frist ist abgelaufen, und niemand widerspricht. Veröffentlicht ist damit noch nichts.',
    run: (client) => send(client, GrantReleaseDocument, { input: onRelease(release) }),
  }),
  withdrawPublication: (release) => ({
    fields: [{ ...reason, hint: 'Die Öffentlichkeit erfährt ihn nicht.' }],
    explanation:
      'Die öffentliche Adresse bleibt und sagt, dass die Veröffentlichung zurückgezogen wurde. Was zu einem Beschluss gehört, wird mit ihm zurückgezogen.',
    run: (client, values) =>
      send(client, WithdrawPublicationDocument, { input: { ...onRelease(release), reason: textOf(values, 'reason') } }),
  }),
  reinstateRelease: (release) => ({
    fields: [reason],
    explanation: 'Öffentlich wird es erst mit der nächsten Veröffentlichung, mit deren Datum.',
    run: (client, values) =>
      send(client, ReinstateReleaseDocument, { input: { ...onRelease(release), reason: textOf(values, 'reason') } }),
  }),
};

/** Null for what only the system and the publication of a conference do. */
export function releaseActOf(release: ReleasePartsFragment): (action: string) => Act | null {
  return (action) => acts[action]?.(release) ?? null;
}

export function objectionActOf(objectionId: string): (action: string) => Act | null {
  const act: Act = {
    fields: [],
    explanation: 'Besteht kein anderer Widerspruch, wird freigegeben.',
    run: (client) => send(client, WithdrawReleaseObjectionDocument, { input: { objectionId } }),
  };
  return (action) => (action === 'withdrawReleaseObjection' ? act : null);
}

export function preparationActOf(conferenceId: string): (action: string) => Act | null {
  const act: Act = {
    fields: [],
    explanation: 'Hält fest, was öffentlich würde und was zurückbleibt. Genehmigen muss eine andere Person.',
    run: (client) => send(client, PreparePublicationDocument, { input: { conferenceId } }),
  };
  return (action) => (action === 'preparePublication' ? act : null);
}

export function publicationActOf({ id, revision, report }: PublicationPartsFragment): (action: string) => Act | null {
  const input = { publicationId: id, expectedRevision: revision };
  const publicationActs: Readonly<Record<string, Act>> = {
    approvePublication: {
      fields: [],
      explanation: `Sofort öffentlich werden: ${report.becomesPublic.map(({ title }) => `„${title}“`).join(', ')}.`,
      run: (client) => send(client, ApprovePublicationDocument, { input }),
    },
    discardPublication: {
      fields: [reason],
      run: (client, values) =>
        send(client, DiscardPublicationDocument, { input: { ...input, reason: textOf(values, 'reason') } }),
    },
  };
  return (action) => publicationActs[action] ?? null;
}
