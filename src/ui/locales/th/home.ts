/** ภาษาไทย: หน้าแรก */
import type { Texts } from '../texts';

export const home: Texts['home'] = {
  title: 'Fifteen',
  headline: 'สิบห้าวินาที ตาคุณแล้ว',
  intro: 'เต้น ใส่แสง ตัดต่อ แล้วโพสต์ ทุกอย่างอยู่ในเครื่องนี้เท่านั้น',
  createHint: 'กล้อง เอฟเฟกต์ เพลง',
  danceHint: 'เต้นตามท่า เก็บคะแนน',
  challenges: 'ชาเลนจ์',
  drafts: 'งานที่ทำค้างไว้',
  takes: 'คลิปล่าสุด',
  all: 'ดูทั้งหมด',
  emptyTitle: 'คลิปแรกของคุณจะรออยู่ตรงนี้',
  emptyNext: 'ถ่ายสักคลิป เต้นสักเพลง หรือนำคลิปเข้ามา',
  openDraft: 'เปิด {{name}}',
  openTake: 'ทำคลิปจาก {{name}}',
  openResult: 'ดูผลของ {{name}}',
  recovered: 'กู้จากแท็บที่ปิดไป',
  score: '{{score}} คะแนน',
  nextSeries: 'ถัดไป: {{series}} อีก {{count}} เพลงจาก {{before}} สองดาวขึ้นไป',
};
