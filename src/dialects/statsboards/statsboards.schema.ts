import { ApiProperty } from '@nestjs/swagger';

export class FieldProblem {
  @ApiProperty({ description: 'Name of the field', example: 'match_number' })
  field: string;

  @ApiProperty({ description: 'What is wrong with it', example: 'match_number must be at most 10 characters' })
  message: string;
}

export class ErrorResponse {
  @ApiProperty({ description: 'What went wrong', example: 'Match 123 not found' })
  detail: string;

  @ApiProperty({ type: [FieldProblem], required: false, description: 'With 422 only: every field that is wrong' })
  errors?: FieldProblem[];
}

export class FailureResponse {
  @ApiProperty({ example: 'Internal server error' })
  detail: string;

  @ApiProperty({ example: false })
  success: false;

  @ApiProperty({ description: 'Names the request in the log', example: '5b7e3f0c-6f2e-4b63-9a2f-2f3c1a7d9e10' })
  request_id: string;
}

export class DetailResponse {
  @ApiProperty({ description: 'What was done', example: 'Sport 1 deleted successfully' })
  detail: string;
}
