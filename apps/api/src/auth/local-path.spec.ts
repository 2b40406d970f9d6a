import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('the place to return to after signing in', () => {
  it.each(['/', '/themen', '/themen/neu?entwurf=1#ziffer-2', '/themen/%2F%2Fevil.example'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    ['/themen'],
    '',
    'themen',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/./\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/auth/logout',
    '/x/../auth/login',
    `/${'x'.repeat(3_000)}`,
  ])('is the start page instead of %p', (given) => {
    expect(localPath(given)).toBe('/');
  });
});
