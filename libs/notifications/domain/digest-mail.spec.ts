import { describe, expect, it } from '@jest/globals';
import { composeDigestMail, type DigestEntry, type DigestInput } from './digest-mail.js';

const input: DigestInput = {
  digestId: '01930000-0000-7000-8000-00000000000d',
  period: 'DAILY',
  recipient: { name: 'Jürgen Weiß', address: 'koordination.he@konferenzmappe.example' },
  entries: [
    { kind: 'topic-accepted', recordKind: 'topic', recordId: '7' },
    { kind: 'agenda-circulated', recordKind: 'agenda', recordId: '8' },
  ],
};

describe('The mail with a summary', () => {
  it('ends after fifty entries and says how many more there are', () => {
    const entries = Array.from({ length: 60 }, (_, number): DigestEntry => ({
      kind: 'item-placed',
      recordKind: 'topic',
      recordId: `${number}`,
    }));
    const { subject, text, html } = composeDigestMail({ ...input, period: 'WEEKLY', entries }, 'https://mappe.example');
    expect(subject).toBe('Konferenzmappe: Wöchentliche Übersicht (60)');
    expect(text.match(/^- /gm)).toHaveLength(50);
    expect(text).toContain('Außerdem 10 weitere:\nhttps://mappe.example/benachrichtigungen\n');
    expect(html).toContain('Außerdem 10 weitere</a>');
  });
});
