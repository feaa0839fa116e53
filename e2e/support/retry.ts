/** A start of n8n or a click in Chromium may come too late on a busy machine; what failed is printed in any case. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
