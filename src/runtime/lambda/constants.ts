/**
 * Every number and every sentence of AWS's that the model uses, with where it stands and when it was looked up. Times are
 * milliseconds. DG is the AWS Lambda Developer Guide, https://docs.aws.amazon.com/lambda/latest/dg/<page>.html.
 */

/** Concurrent executions of an account in one Region, unless AWS has raised it. New accounts may start lower. DG gettingstarted-limits, 2026-11. */
export const ACCOUNT_CONCURRENCY = 1000;

/**
 * Concurrency that stays with the functions that reserve nothing. DG lambda-concurrency, 2026-11. Accounts with a small limit have
 * been seen to be told 10 or 50 in the same error; the guide knows only 100, and so does the model.
 */
export const UNRESERVED_MINIMUM = 100;

/** Requests per second for each unit of concurrency: of the account, of a reservation, of provisioned environments. DG lambda-concurrency, 2026-11. */
export const REQUESTS_PER_UNIT = 10;

/** The span over which the model counts requests. AWS says "per second" and not how it counts; this is ours. */
export const RATE_WINDOW = 1000;

/** New environments of one function within `SCALING_WINDOW`, refilled steadily, never saved up beyond it. DG scaling-behavior, 2026-11. */
export const SCALING_ENVIRONMENTS = 1000;
export const SCALING_WINDOW = 10_000;

/** The longest a function may run. DG gettingstarted-limits, 2026-11. */
export const LONGEST_TIMEOUT = 900_000;

/**
 * Why a request was turned away, in the `Reason` of a TooManyRequestsException. The names:
 * https://docs.aws.amazon.com/botocore/latest/reference/services/lambda/client/exceptions/TooManyRequestsException.html, 2026-11.
 * That the first two belong to the account and to a reservation: the Invoke API, 2026-11. Which of the rate limits has which name is
 * not written down; the model gives a reservation's rate the name that says so, and all others the third.
 */
export type ThrottleReason =
  | 'ConcurrentInvocationLimitExceeded'
  | 'ReservedFunctionConcurrentInvocationLimitExceeded'
  | 'FunctionInvocationRateLimitExceeded'
  | 'ReservedFunctionInvocationRateLimitExceeded';

/** What AWS answers to a configuration that it refuses. */
export const REFUSED = {
  /** PutFunctionConcurrency. Reported with the guide's number, and with lower ones, in public issue trackers; 2026-11. */
  reserved: `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_MINIMUM}].`,
  /** PutProvisionedConcurrencyConfig. https://github.com/anomalyco/sst/issues/5829, 2026-11. */
  provisioned: `Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_MINIMUM}].`,
  /** https://github.com/localstack/localstack, tests recorded against AWS, 2026-11. */
  provisionedAboveReserved: 'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
  /** https://github.com/hashicorp/terraform-provider-aws/issues/12120, 2026-11. */
  provisionedOnLatest: 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
} as const;

/**
 * What AWS answers to an alias that it refuses, or to provisioned concurrency of one. localstack/localstack, tests recorded against AWS
 * (test_lambda_api: test_notfound_and_invalid_routingconfigs, TestLambdaAlias, TestLambdaProvisionedConcurrency), 2026-11.
 */
export const ROUTING_REFUSED = {
  name: (alias: string): string => `1 validation error detected: Value '${alias}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)`,
  tooMany: 'Number of items in AdditionalVersionWeights cannot be greater than 1',
  weight: (shown: string): string => `1 validation error detected: Value '${shown}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]`,
  key: (shown: string): string => `1 validation error detected: Value '${shown}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]`,
  same: (version: string): string => `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
  latest: '$LATEST is not supported for an alias pointing to more than 1 version',
  provisionedVersion: "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
  provisionedAlias: 'Version is pointed by a Provisioned Concurrency alias',
} as const;

/** The version that is not published: what `UpdateFunctionCode` changes. DG configuration-versions, 2026-11. */
export const LATEST = '$LATEST';

/** What the caller of an invocation that ran out of time is told. aws/aws-lambda-runtime-interface-emulator, 2026-11. */
export const TIMED_OUT = {
  errorType: 'Sandbox.Timedout',
  errorMessage: (ms: number): string => `Task timed out after ${(ms / 1000).toFixed(2)} seconds`,
} as const;

/**
 * Bytes of an event and of an answer. DG gettingstarted-limits, 2026-11: 6 MB each way when the caller waits, 1 MB when it does not
 * (256 kB until October 2025). The exact numbers stand in AWS's own error messages.
 */
export const LARGEST_PAYLOAD = 6_291_456;
export const LARGEST_RESPONSE = 6_291_556;
export const LARGEST_ASYNC_EVENT = 1_048_576;

/** https://theburningmonk.com/2020/04/hit-the-6mb-lambda-payload-limit-heres-what-you-can-do/ and getmoto/moto, tests of Lambda; 2026-11. */
export const TOO_LARGE = {
  request: (bytes: number, type: string, most: number): string => `${bytes} byte payload is too large for the ${type} invocation type (limit ${most} bytes)`,
  responseType: 'Function.ResponseSizeTooLarge',
  response: `Response payload size exceeded maximum allowed payload size (${LARGEST_RESPONSE} bytes).`,
} as const;

/** Attempts after the first that an event gets whose handler fails, at most and by default. DG invocation-async-configuring, 2026-11. */
export const ASYNC_RETRIES = 2;
/** How long each of them waits. DG invocation-async-error-handling, 2026-11. */
export const ASYNC_RETRY_WAITS = [60_000, 120_000] as const;
/** How long an event that was turned away waits: this after the first time, twice as long after each further one, up to the second. Same page. */
export const ASYNC_BACK_OFF = 1000;
export const ASYNC_LONGEST_BACK_OFF = 300_000;
/** How old an event may get, at most and by default, and at least. DG invocation-async-configuring, 2026-11. */
export const LONGEST_EVENT_AGE = 21_600_000;
export const SHORTEST_EVENT_AGE = 60_000;

/**
 * Why an event was given up, in the `requestContext` of its record. DG invocation-async-retain-records, 2026-11; the last one:
 * localstack/localstack, tests recorded against AWS, 2026-11.
 */
export type Condition = 'Success' | 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency' | 'RecursiveInvocation';

/**
 * Invocations of one chain after which Lambda takes it for a loop, "approximately". DG invocation-recursion, 2026-11. What it writes for a
 * condition then is not documented; `RecursiveInvocation` is ours.
 */
export const LONGEST_CHAIN = 16;

/**
 * Amazon SQS, its Developer Guide: queue quotas and sqs-visibility-timeout, 2026-11. Times are milliseconds: how long a message is
 * hidden from the next receiver, how long it is kept, for how long a FIFO queue remembers what was sent.
 */
export const SQS_VISIBILITY = 30_000;
export const SQS_LONGEST_VISIBILITY = 43_200_000;
export const SQS_RETENTION = 345_600_000;
export const SQS_LONGEST_RETENTION = 1_209_600_000;
export const SQS_SHORTEST_RETENTION = 60_000;
export const SQS_LONGEST_DELAY = 900_000;
export const SQS_DEDUPLICATION = 300_000;
export const SQS_LONGEST_WAIT = 20_000;
/** Messages of one request. */
export const SQS_REQUEST = 10;

/** Event source mappings for SQS. Messages in a batch: DG services-sqs-parameters and services-sqs-configure, 2026-11. */
export const SQS_BATCH = 10;
export const SQS_LARGEST_BATCH = 10_000;
export const SQS_LARGEST_FIFO_BATCH = 10;
export const LONGEST_WINDOW = 300_000;
/** Batches at the same time: at first, more for each minute, at most. DG services-sqs-scaling, 2026-11. Texts from before 2025 say 60 and 1,000. */
export const SQS_FIRST_POLLERS = 5;
export const SQS_POLLERS_PER_MINUTE = 300;
export const SQS_MOST_POLLERS = 1250;
/** Bounds of the maximum concurrency of a mapping. Same page. */
export const SQS_LEAST_MAXIMUM = 2;
export const SQS_MOST_MAXIMUM = 1000;
/** How long a poller that was turned away waits: AWS says that it backs off, and not how long. These are ours. */
export const POLLER_BACK_OFF = 1000;
export const POLLER_LONGEST_BACK_OFF = 60_000;

/** What AWS answers to a mapping that it refuses. */
export const MAPPING_REFUSED = {
  /** https://github.com/hashicorp/terraform-provider-aws/issues/18099 and others, 2026-11. */
  visibility: (queue: number, fn: number): string => `Queue visibility timeout: ${queue / 1000} seconds is less than Function timeout: ${fn / 1000} seconds`,
  /** localstack/localstack, tests recorded against AWS (test_lambda_integration_sqs), and ansible-collections/amazon.aws#1995; 2026-11. */
  window: 'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
  /** Lambda's own answer, in https://github.com/aws/aws-lambda-dotnet/pull/1758, 2026-11. */
  fifoWindow: 'Batching window is not supported for FIFO queues',
} as const;

/** What SQS answers to a message that a FIFO queue does not take. localstack/localstack, tests recorded against AWS (test_sqs), 2026-11. */
export const FIFO_REFUSED = {
  group: 'The request must contain the parameter MessageGroupId.',
  deduplication: 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
} as const;

/** Event source mappings for streams. DG services-kinesis-parameters, services-ddb-params and with-ddb, 2026-11. −1 means: until the data expires. */
export const STREAM_BATCH = 100;
export const STREAM_LARGEST_BATCH = 10_000;
export const MOST_LANES = 10;
export const MOST_STREAM_RETRIES = 10_000;
export const LONGEST_RECORD_AGE = 604_800_000;
export const SHORTEST_RECORD_AGE = 60_000;
/** Why records were given up. localstack/localstack, tests recorded against AWS (test_lambda_integration_kinesis), 2026-11. */
export const STREAM_GIVEN_UP = { attempts: 'RetryAttemptsExhausted', age: 'RecordAgeExceeded' } as const;
/** How long records are kept. DynamoDB Streams: DG with-ddb, 2026-11. Kinesis keeps as long unless it is told otherwise. */
export const STREAM_RETENTION = 86_400_000;
/** How long a batch that failed waits: AWS says that it backs off, and not how long. These are ours. */
export const STREAM_BACK_OFF = 1000;
export const STREAM_LONGEST_BACK_OFF = 300_000;

/** Of DynamoDB, when the condition of a write does not hold. Its API reference, PutItem, 2026-11. */
export const CONDITION_FAILED = 'The conditional request failed';

/** Memory with which a function has one whole virtual CPU; below it, a share. DG gettingstarted-limits, 2026-11. */
export const MEMORY_OF_ONE_CPU = 1769;
export const DEFAULT_MEMORY = 128;
export const MOST_MEMORY = 10_240;
/** The longest init phase on demand. What takes longer is begun again within the invocation, and the function's timeout. DG lambda-runtime-environment, 2026-11. */
export const LONGEST_INIT = 10_000;
/** The longest restore phase of SnapStart. Same page. */
export const LONGEST_RESTORE = 10_000;
/** Megabytes of /tmp: by default, at most, and at most with SnapStart. DG gettingstarted-limits and snapstart, 2026-11. */
export const DEFAULT_STORAGE = 512;
export const MOST_STORAGE = 10_240;
/** Layers of one function, and megabytes of the function and all its layers, unzipped. DG chapter-layers and gettingstarted-limits, 2026-11. */
export const MOST_LAYERS = 5;
export const LARGEST_PACKAGE = 250;
/** Runtimes that SnapStart knows, with their first versions. DG snapstart, 2026-11. */
export const SNAPSTART_RUNTIMES = [['java', 11], ['python', 3.12], ['dotnet', 8]] as const;
/** Provisioned environments: how long AWS takes to begin ("a minute or two"; the model takes one), and how many it makes a minute. DG lambda-concurrency, 2026-11. */
export const PROVISIONING_BEGINS = 60_000;
export const PROVISIONED_PER_MINUTE = 6000;

/** Why a restored environment did not get to its handler. Exceptions of the Invoke API, in its reference for botocore; 2026-11. */
export const RESTORE_FAILED = {
  timeout: { errorType: 'SnapStartTimeoutException', errorMessage: "Lambda couldn't restore the snapshot within the timeout limit." },
  hook: { errorType: 'SnapStartException', errorMessage: 'The afterRestore() runtime hook encountered an error. For more information, check the Amazon CloudWatch logs.' },
} as const;

/** What AWS answers to a function that it refuses. The first: localstack/localstack, tests recorded against AWS; the others: public reports of failed deployments; 2026-11. */
export const FUNCTION_REFUSED = {
  size: 'Unzipped size must be smaller than 262144000 bytes',
  layers: 'Layers consume more than the available size of 262144000 bytes',
  snapStartRuntime: (runtime: string): string => `${runtime} is not supported for SnapStart enabled functions.`,
} as const;

/**
 * Prices in US dollars, in us-east-1, first tier, without the free tier. https://aws.amazon.com/lambda/pricing/ and the AWS price list (usage
 * types Lambda-Provisioned-Concurrency-ARM and Lambda-Provisioned-GB-Second-ARM among them), asked in 2025-10 and 2026, looked up 2026-11.
 * The init phase is billed since August 2025. Provisioned concurrency is billed from when it is configured, each time rounded up to five minutes.
 */
export const PRICES = {
  request: 0.2e-6,
  /** Each for a gigabyte of memory and a second. */
  x86_64: { duration: 0.0000166667, provisioned: 0.0000041667, provisionedDuration: 0.0000097222 },
  arm64: { duration: 0.0000133334, provisioned: 0.0000033334, provisionedDuration: 0.0000077778 },
  /** Of /tmp, for what is above 512 MB. */
  storage: 0.0000000309,
  /**
   * SnapStart, but for Java, where it is free: for a gigabyte of memory and a second that a snapshot is kept, and for a gigabyte of memory that is
   * restored. The example in https://aws.amazon.com/lambda/pricing/ and the AWS price list (W3GTWG4PTZMXZ4F2, WRKYMVM4XSRFFQ7B), looked up 2026-11.
   */
  snapshotCache: 0.0000015046,
  snapshotRestore: 0.0001397998,
} as const;
export const PROVISIONED_BILLING_STEP = 300_000;
/** A snapshot is paid for from when its version is published, for three hours at least. DG snapstart, 2026-11. */
export const SNAPSHOT_SHORTEST = 10_800_000;

/** API Gateway: how long it waits for a function, unless the limit was raised; requests per second and burst of an account. DG furls-http-invoke-decision and what's-new 2024/06; 2026-11. */
export const API_TIMEOUT = 29_000;
export const API_RATE = 10_000;
export const API_BURST = 5000;
/**
 * What API Gateway answers by itself. DG services-apigateway-errors; https://repost.aws/questions/QUfI6bsdd0SOiPeyimzxSkfQ; localstack/localstack, tests
 * recorded against AWS (test_apigateway_integrations). The answer to what is too large: public reports of requests above 10 MB, of which that is the
 * gateway's own limit; 2026-11.
 */
export const API_ANSWERS = { failed: 'Internal server error', timedOut: 'Endpoint request timed out', throttled: 'Too Many Requests', tooLarge: 'Request Too Long' } as const;
/** What a function URL answers to who may not call it. https://github.com/ant-media/Ant-Media-Server/issues/7827 (2026-05), looked up 2026-11. */
export const URL_FORBIDDEN = 'Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html';
/** Since October 2025 a caller of a function URL needs both. DG urls-auth, 2026-11. */
export const URL_PERMISSIONS = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] as const;

/**
 * The bodies that a function URL answers with by itself, all looked up 2026-11. `tooLarge`, in the field `Message`: public reports of requests of 10 MB, and
 * the Invoke API's own words (https://zaccharles.medium.com/deep-dive-lambdas-request-payload-size-limit-2-2-6350c1ae5577). `throttled`, in the field
 * `message` beside `Reason` and `Type`, with the CORS headers of the URL: measured against one in https://github.com/ASDFGHJKLZXC123/Sentiment-Analyzer
 * (docs/phase4-results.md, 2026-05). `failed`, as plain text: localstack/localstack, tests validated against AWS (test_lambda_url_invocation_exception),
 * and https://juxt.pro/blog/http-and-lambda.
 */
export const URL_ANSWERS = {
  tooLarge: `Request must be smaller than ${LARGEST_PAYLOAD} bytes for the InvokeFunction operation`,
  throttled: 'Rate Exceeded.',
  failed: 'Internal Server Error',
} as const;

/**
 * Texts of which no source was found, looked for 2026-11: they are ours, they say so where they are read, no lesson may show them, and a test sees to
 * that. That AWS refuses these is documented (DG snapstart).
 */
export const UNVERIFIED = {
  snapStartProvisioned: 'SnapStart is not supported together with provisioned concurrency.',
  snapStartStorage: `SnapStart supports up to ${DEFAULT_STORAGE} MB of ephemeral storage.`,
} as const;
