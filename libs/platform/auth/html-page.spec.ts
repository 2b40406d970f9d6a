import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { html, pageHeaders, renderPage } from './index.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a page of the server', () => {
  it('escapes what is inserted', () => {
    const name = `<script>alert("x")</script> & 'y'`;
    expect(html`<p title="${name}">${name}</p>`.text).not.toMatch(/<script>|"x"|'y'/);
  });

  it('inserts markup as it is, one after the other', () => {
    const items = ['a', '<'].map((item) => html`<i>${item}</i>`);
    expect(html`<p>${items}</p>`.text).toBe('<p><i>a</i><i>&lt;</i></p>');
  });

  it('escapes its title', () => {
    expect(renderPage({ title: '</title><script>', content: html`` })).not.toContain('</title><script>');
  });

  it('permits exactly the style and the script that it contains', () => {
    const page = { title: 'Anmeldung', content: html``, script: 'document.title;' };
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(renderPage(page)) ?? [];
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(renderPage(page)) ?? [];
    const policy = pageHeaders(page)['content-security-policy'];
    expect(policy).toContain(`style-src ${hashOf(style)}`);
    expect(policy).toContain(`script-src ${hashOf(script)}`);
    expect(policy).toContain("default-src 'none'");
  });

  it('permits no script where it has none', () => {
    expect(pageHeaders({ title: 'Abgemeldet', content: html`` })['content-security-policy']).not.toContain(
      'script-src',
    );
  });
});
