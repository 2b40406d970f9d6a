import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { pathOf } from './notification-path.js';

/** Whatever notifications lead to. */
const recordKinds = [
  ...['topic', 'commentRound', 'agenda', 'ballot', 'writtenProcedure', 'minutes', 'session', 'followUp', 'timeline'],
  ...['body', 'person', 'conference', 'chair-term', 'failedMail', 'installation'],
];
const application = readFileSync(new URL('../../../apps/web/src/app/app.tsx', import.meta.url), 'utf8');
const routes = [...application.matchAll(/path: '([^'*]+)', element: <(?!Navigate)/g)].map(([, path = '']) => path);

describe('What a notification leads to', () => {
  it.each(recordKinds)('is a page of the web application: %s', (kind) => {
    const path = pathOf(kind, 'ID').slice(1);
    expect(path).not.toBe('benachrichtigungen');
    expect(routes.map((route) => route.replace(/:\w+/, 'ID'))).toContain(path);
  });

  it('is the list of notifications for what has no page', () => {
    expect(pathOf('release', 'ID')).toBe('/benachrichtigungen');
    expect(routes).toContain('benachrichtigungen');
  });
});
