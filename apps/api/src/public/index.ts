export { ROOT as PUBLIC_PATH } from './pages/addresses.js';
export { PublicSideModule } from './public-side.module.js';
