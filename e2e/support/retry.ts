/** On a busy machine, a start of n8n or a click in Chromium may take too long; the first failure is printed anyway. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
