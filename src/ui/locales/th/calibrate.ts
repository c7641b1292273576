/** The delay check: claps against clicks. */
import type { Texts } from '../texts';
export const calibrate: Texts['calibrate'] = {
  title: 'วัดความหน่วง',
  stage: 'คุณหน้ากล้อง',
  intro: 'ปรบมือหรือชูสองมือตามเสียง สี่ครั้งแรกให้จังหวะ แปดครั้งหลังวัดจริง',
  handsUnseen: 'ขอเห็นทั้งสองมือ',
  handsSeen: 'เห็นมือแล้ว',
  start: 'เริ่มเสียง',
  again: 'วัดอีกครั้ง',
  listen: 'ฟังก่อน',
  clap: 'ปรบมือ {{count}} จาก {{total}}',
  found: '{{value}} มิลลิวินาที',
  foundNext: 'วัดจาก {{count}} ครั้ง คลาดกันไม่เกิน {{spread}} มิลลิวินาที',
  tooFew: 'เห็นการปรบมือน้อยไป',
  tooFewNext: 'ถอยให้เห็นทั้งสองมือ แล้วทำให้ใหญ่',
  unsteady: 'ปรบมือไม่ตรงเสียง',
  unsteadyNext: 'อีกครั้ง ฟังสี่ครั้ง แล้วปรบตามทุกครั้ง',
  keep: 'ใช้ค่านี้',
  current: 'ตอนนี้: {{value}} มิลลิวินาที',
  leave: 'ออก',
  byHand: 'ตั้งเอง',
};
