/**
 * A configuration that AWS would refuse. `name` is the name of AWS's exception; the message begins with AWS's own words, and ends
 * with a hint of ours.
 *
 * Semantics mirrored: the API reference of AWS Lambda, https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html (2026-11).
 */
export class LambdaError extends Error {
  /** What AWS says, without our hint. */
  readonly awsMessage: string;

  constructor(name: string, awsMessage: string, hint: string) {
    super(`${awsMessage} Hint: ${hint}`);
    this.name = name;
    this.awsMessage = awsMessage;
  }
}

/** The exception for a value that AWS does not accept. */
export function invalidParameter(awsMessage: string, hint: string): LambdaError {
  return new LambdaError('InvalidParameterValueException', awsMessage, hint);
}
