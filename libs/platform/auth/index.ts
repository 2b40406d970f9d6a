export type { AuthenticatedRequest } from './authenticated-request.js';
export { Public, PUBLIC_ROUTE } from './public.js';
