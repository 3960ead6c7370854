import { describe, expect, it } from 'vitest';
import { theSportsDbAddress } from './address.js';
import { chooseBadge } from './choose-badge.js';
import { readTeams } from './team-search.js';

const row = {
  idTeam: '133604',
  strTeam: 'Arsenal',
  strTeamAlternate: 'Arsenal Football Club, AFC',
  strSport: 'Soccer',
  strCountry: 'England',
  strGender: 'Male',
  strBadge: 'https://r2.thesportsdb.com/images/media/team/badge/arsenal.png',
};
const read = (...rows: object[]) => readTeams({ teams: rows }, () => undefined);
const choose = (name: string, rows: object[], more = {}) => chooseBadge(read(...rows), { name, ...more })?.teamId;

describe('an answer', () => {
  it.each([{ teams: null }, {}, null, undefined])('%j finds nobody', (answer) => {
    expect(readTeams(answer, () => undefined)).toEqual([]);
  });

  it('has the badge under its new or its old name, and an address that is one', () => {
    const { strBadge, ...old } = row;
    expect(read({ ...old, strTeamBadge: strBadge })[0].badgeUrl).toBe(strBadge);
    expect(read({ ...row, strBadge: '', strTeamBadge: strBadge })[0].badgeUrl).toBe(strBadge);
    expect(read({ ...row, strBadge: 'http://a.example/b.png' })[0].badgeUrl).toBe('https://a.example/b.png');
    expect(read({ ...row, strBadge: 'javascript:alert(1)' })[0].badgeUrl).toBeNull();
    expect(read({ ...row, strBadge: null })[0].badgeUrl).toBeNull();
  });
});

describe('the right badge', () => {
  const women = { ...row, idTeam: '1', strGender: 'Female' };
  const rugby = { ...row, idTeam: '2', strSport: 'Rugby' };
  const abroad = { ...row, idTeam: '3', strTeam: 'Arsenal', strCountry: 'Argentina' };
  const namesake = { ...row, idTeam: '4', strTeam: 'Arsenal de Sarandí', strTeamAlternate: null };

  it('is that of the men who play soccer in that country', () => {
    expect(choose('Arsenal', [women, rugby, abroad, namesake, row], { country: 'England' })).toBe('133604');
    expect(choose('Arsenal', [women, rugby, namesake])).toBeUndefined();
  });

  it('is found by other names and without words like FC', () => {
    expect(choose('ARSENAL', [row])).toBe('133604');
    expect(choose('Arsenal FC', [row])).toBe('133604');
    expect(choose('Gunners', [row], { aliases: ['Arsenal FC'] })).toBe('133604');
    expect(choose('Arsenal Football Club', [row])).toBe('133604');
  });

  it('is found by a short form that fits one team alone', () => {
    const city = { ...row, idTeam: '5', strTeam: 'Manchester City', strTeamAlternate: null };
    expect(choose('Man City', [city])).toBe('5');
    expect(choose('Man City', [city, { ...city, idTeam: '6', strTeam: 'Mansfield City' }])).toBeUndefined();
  });

  it('is none where the team has no badge', () => {
    expect(choose('Arsenal', [{ ...row, strBadge: null }])).toBeUndefined();
  });
});

describe('the address', () => {
  it.each([
    ['https://www.thesportsdb.com', 'https://www.thesportsdb.com/api/v1/json/123'],
    ['https://www.thesportsdb.com/api/v1/json', 'https://www.thesportsdb.com/api/v1/json/123'],
    ['https://www.thesportsdb.com/api/v1/json/123', 'https://www.thesportsdb.com/api/v1/json/123'],
    ['https://www.thesportsdb.com/api/v1/json/3', 'https://www.thesportsdb.com/api/v1/json/3'],
    ['http://localhost:9100/badges', 'http://localhost:9100/badges/123'],
  ])('of %s is %s', (baseUrl, address) => expect(theSportsDbAddress(baseUrl, '123')).toBe(address));
});
