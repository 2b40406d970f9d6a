export { AuthModule } from './auth.module.js';
export { RequestAuthentication } from './request-authentication.js';
