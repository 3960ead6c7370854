import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.js';

const stamp = { at: new Date('2024-01-15T10:30:00Z'), unique: '9f86d081' };

describe('names of stored files', () => {
  it.each([
    ['logo.png', 'logo'],
    ['Мой лого (1).png', 'moi_logo_1'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\evil.png', 'evil'],
    ['/absolute/path.JPG', 'path'],
    ['two.dots.svg', 'two_dots'],
    ['.htaccess', 'picture'],
    ['', 'picture'],
    ['日本.png', 'picture'],
    ['a\u0000b\r\n.png', 'a_b'],
    ['<script>.png', 'script'],
    [`${'x'.repeat(300)}.png`, 'x'.repeat(60)],
  ])('%j', (given, stem) => {
    expect(fileName(given, 'png', stamp)).toBe(`20240115103000_9f86d081_${stem}.png`);
  });

  it('have the extension of the content, and say which size they are', () => {
    expect(fileName('photo.png', 'jpeg', stamp, 'icon')).toBe('20240115103000_9f86d081_icon_photo.jpg');
  });
});
