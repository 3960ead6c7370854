/** What the document says of roles, auth and users: method, path, status, errors and the form of the answer. */
export interface DocumentedRoute {
  method: string;
  path: string;
  status: number;
  /** 500 is left out: it is what must not happen. */
  errors: readonly number[];
  answer?: unknown;
}

const metadata = {
  page: 1,
  items_per_page: 20,
  total_items: 2,
  total_pages: 1,
  has_next: false,
  has_previous: false,
};
const role = { id: 1, name: 'admin', description: 'Administrator', user_count: 3 };
const deleted = { detail: 'deleted' };
const user = {
  id: 456,
  username: 'john_doe',
  email: 'john@example.com',
  is_active: true,
  person_id: 123,
  roles: ['user', 'admin'],
  created: '2024-01-15T10:30:00Z',
  last_online: '2024-01-15T14:30:00Z',
  is_online: true,
};

/** Null where a user has none. */
export const NULLABLE = ['description', 'person_id', 'last_online'];

const route = (method: string, path: string, status: number, errors: number[], answer?: unknown): DocumentedRoute => ({
  method,
  path,
  status,
  errors,
  ...(answer === undefined ? {} : { answer }),
});

export const ACCOUNT_ROUTES: readonly DocumentedRoute[] = [
  route('GET', '/api/roles/', 200, [], { data: [role], metadata }),
  route('GET', '/api/roles/id/{item_id}/', 200, [], role),
  route('GET', '/api/roles/paginated', 200, [], { data: [role], metadata }),
  route('POST', '/api/roles/', 200, [400, 401, 403], role),
  route('PUT', '/api/roles/{item_id}/', 200, [401, 403, 404], role),
  route('DELETE', '/api/roles/id/{model_id}', 200, [400, 401, 403, 404], deleted),
  route('POST', '/api/auth/login', 200, [401], { access_token: 'eyJ', token_type: 'bearer' }),
  route('GET', '/api/auth/me', 200, [401], user),
  route('POST', '/api/auth/heartbeat', 204, [401]),
  route('POST', '/api/users/register', 200, [400], user),
  route('GET', '/api/users/me', 200, [401], user),
  route('PUT', '/api/users/me', 200, [401], user),
  route('GET', '/api/users/{user_id}', 200, [401, 403, 404], user),
  route('PUT', '/api/users/{user_id}', 200, [401, 403, 404], user),
  route('POST', '/api/users/{user_id}/change-password', 200, [401, 403, 404], user),
  route('POST', '/api/users/me/change-password', 200, [400, 401], { message: 'changed' }),
  route('POST', '/api/users/{user_id}/roles', 200, [400, 401, 403, 404], user),
  route('DELETE', '/api/users/{user_id}/roles/{role_id}', 200, [400, 401, 403, 404], user),
  route('GET', '/api/users/{user_id}/roles', 200, [401, 403, 404], { roles: ['user', 'admin'] }),
  route('GET', '/api/users/search', 200, [], { data: [user], metadata }),
  route('DELETE', '/api/users/{user_id}', 200, [401, 403, 404], deleted),
  route('DELETE', '/api/users/me', 200, [401], deleted),
];
