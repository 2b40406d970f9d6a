import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const publicUrl = 'https://mappe.example';
const cookie = 'other=1; km_session=token';
const check = (method: string, headers: IncomingHttpHeaders): boolean => isSameOrigin(method, headers, publicUrl);

describe('a request that a browser sends with our cookie', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['from our own page', { 'sec-fetch-site': 'same-origin', origin: publicUrl }],
    ['from our own page, origin withheld', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['from our own page, in a browser that names the origin alone', { origin: publicUrl }],
    ['by a script without a browser, as JSON', { 'content-type': 'application/json; charset=utf-8' }],
    ['by a script without a browser, with the header no form can set', { 'apollo-require-preflight': 'x' }],
  ])('is ours %s', (_from, headers) => {
    expect(check('POST', { cookie, ...headers })).toBe(true);
  });

  it.each<[string, IncomingHttpHeaders]>([
    ['another website', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://evil.mappe.example' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['another port', { origin: `${publicUrl}:8443` }],
    ['the same name in the clear', { origin: 'http://mappe.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nowhere, as a form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['nowhere, as text that looks like JSON', { 'content-type': 'text/plain; application/json' }],
    [
      'another website, behind a proxy with a password',
      { authorization: 'Basic eDp5', origin: 'https://evil.example' },
    ],
    ['another website, as JSON', { 'content-type': 'application/json', origin: 'https://evil.example' }],
  ])('is foreign from %s', (_from, headers) => {
    expect(check('POST', { cookie, ...headers })).toBe(false);
  });
});

describe('a request that carries nobody’s name by itself', () => {
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

  it('passes: reading, without our cookie, or with a token of its own', () => {
    expect(check('GET', { cookie, ...foreign })).toBe(true);
    expect(check('POST', { cookie: 'other=1', ...foreign })).toBe(true);
    expect(check('POST', { cookie, authorization: 'Bearer x', ...foreign })).toBe(true);
  });
});
