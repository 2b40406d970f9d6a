import { describe, expect, it } from '@jest/globals';
import { loggedPath } from './logged-path.js';

describe('A path in the log', () => {
  it.each([
    ['/graphql', '/graphql'],
    ['/beschluesse?suche=Geheimes', '/beschluesse'],
    ['/kalender', '/kalender'],
    ['/kalender/secret.ics', '/kalender/…'],
    ['/kalender/secret.ics?x=1', '/kalender/…'],
    ['/kalender/a/secret.ics', '/kalender/…'],
    ['/KALENDER/secret.ics', '/kalender/…'],
    ['//kalender//secret.ics', '/kalender/…'],
    ['/%6balender/secret.ics', '/kalender/…'],
    ['/kalender%2Fsecret.ics', '/kalender/…'],
    ['/kalender/secret%ff.ics', '/kalender/…'],
  ])('of %s is %s', (url, expected) => {
    expect(loggedPath(url)).toBe(expected);
  });
});
