import { Catch, HttpException, Inject, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER, type Logger } from '#platform/logging';
import { describeFault, faultMessage } from './faults.js';
import { loggedPath } from './logged-path.js';
import { refuse, refusedRequest } from './refused-requests.js';

/** Masks and logs faults of addresses outside of GraphQL, which does so itself. */
@Catch()
export class FaultFilter extends BaseExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {
    super();
  }

  override catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw exception;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refused = refusedRequest(exception);
    if (refused !== null) return refuse(request, http.getResponse<FastifyReply>(), refused);
    if (exception instanceof HttpException || this.isHttpError(exception)) return super.catch(exception, host);
    const { id: requestId, url } = request;
    this.logger.error({ requestId, path: loggedPath(url), fault: describeFault(exception) }, 'a request failed');
    http
      .getResponse<FastifyReply>()
      .code(500)
      .send({ statusCode: 500, message: faultMessage(requestId), requestId });
  }
}
