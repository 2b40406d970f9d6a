import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC_ROUTE = 'konferenzmappe:public-route';

/** Opens a route or a resolver to requests without a session. Everything else needs somebody signed in. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}
