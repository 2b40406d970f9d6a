export type { AuthenticatedRequest } from './authenticated-request.js';
export { html, pageHeaders, renderPage, styleSheet, type HtmlPage, type Markup } from './html-page.js';
export { Public, PUBLIC_ROUTE } from './public.js';
export { SignInAttempts, type SignInAttempt } from './sign-in-attempts.js';
export { digestOf, isSecret, newSecret } from './sign-in-secrets.js';
export { SignInSessions } from './sign-in-sessions.js';
