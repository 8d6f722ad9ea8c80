/**
 * Hosts of government sites and the region each belongs to (GB/T 2260). Hosts are irregular (宿州 is ahsz, 台州 zjtz), so they are data;
 * a host that is not listed settles nothing. The name stands for `www.NAME.gov.cn` and `NAME.gov.cn`.
 */
export interface Host {
  readonly code: string;
  /** The label before `.gov.cn`; "" is www.gov.cn itself. */
  readonly names: readonly string[];
}

const rows = `000000:
110000:beijing 120000:tj 130000:hebei 140000:shanxi 150000:nmg 210000:ln 220000:jl 230000:hlj 310000:shanghai 320000:jiangsu 330000:zj 340000:ah
350000:fujian 360000:jiangxi 370000:shandong 410000:henan 420000:hubei 430000:hunan 440000:gd 450000:gxzf 460000:hainan 500000:cq 510000:sc 520000:guizhou
530000:yn 540000:xizang 610000:shaanxi 620000:gansu 630000:qinghai 640000:nx 650000:xinjiang
130100:sjz 130200:tangshan 130300:qhd 130400:hd 130500:xingtai 130600:baoding 130700:zjk 130800:chengde 130900:cangzhou 131000:lf 131100:hengshui
140100:taiyuan 140200:dt 140300:yq 140400:changzhi 140500:jcgov 140600:shuozhou 140700:sxjz 140800:yuncheng 140900:sxxz 141000:linfen 141100:lvliang
150100:huhhot 150200:baotou 150300:wuhai 150400:chifeng 150500:tongliao 150600:ordos 150700:hlbe 150800:bynr 150900:wulanchabu
210100:shenyang 210200:dl 210300:anshan 210400:fushun 210500:benxi 210600:dandong 210700:jz 210800:yingkou 210900:fuxin 211000:liaoyang 211100:panjin 211300:chaoyang
220100:changchun 220200:jlcity 220300:siping 220400:liaoyuan 220500:tonghua 220700:jlsy 220800:jlbc 222400:yanbian
230100:harbin 230200:qqhr 230600:daqing 230800:jms 231000:mdj
320100:nanjing 320200:wuxi 320300:xz 320400:changzhou 320500:suzhou 320600:nantong 320700:lyg 320800:huaian 320900:yancheng 321000:yangzhou 321100:zhenjiang 321200:taizhou 321300:suqian
330100:hangzhou 330200:ningbo 330300:wenzhou 330400:jiaxing 330500:huzhou 330600:sx 330700:jinhua 330800:qz 330900:zhoushan 331000:zjtz 331100:lishui
340100:hefei 340200:wuhu 340300:bengbu 340400:huainan 340500:mas 340600:huaibei 340700:tl 340800:anqing 341000:huangshan 341100:chuzhou 341200:fy 341300:ahsz 341500:luan 341600:bozhou 341700:chizhou 341800:xuancheng
350100:fuzhou 350200:xm 350300:putian 350400:sm 350500:quanzhou 350600:zhangzhou 350700:np 350800:longyan 350900:ningde
360100:nc 360200:jdz 360300:pingxiang 360400:jiujiang 360500:xinyu 360600:yingtan 360700:ganzhou 360800:jian 360900:yichun 361000:jxfz 361100:zgsr
370100:jinan 370200:qingdao 370300:zibo 370400:zaozhuang 370500:dongying 370600:yantai 370700:weifang 370800:jining 370900:taian 371000:weihai 371100:rizhao 371300:linyi 371400:dezhou 371500:liaocheng 371600:binzhou 371700:heze
410100:zhengzhou 410200:kaifeng 410300:ly 410400:pds 410500:anyang 410600:hebi 410700:xinxiang 410800:jiaozuo 410900:puyang 411000:xuchang 411100:luohe 411200:smx 411300:nanyang 411400:shangqiu 411500:xinyang 411600:zhoukou 411700:zhumadian 419001:jiyuan
420100:wuhan 420200:huangshi 420300:shiyan 420500:yichang 420600:xiangyang 420700:ezhou 420800:jingmen 420900:xiaogan 421000:jingzhou 421100:hg 421200:xianning 421300:suizhou 422800:enshi
430100:changsha 430200:zhuzhou 430300:xiangtan 430400:hengyang 430500:shaoyang 430600:yueyang 430700:changde 430800:zjj 430900:yiyang 431000:czs 431100:yzcity 431200:huaihua 431300:hnloudi 433100:xxz
440100:gz 440200:sg 440300:sz 440400:zhuhai 440500:shantou 440600:foshan 440700:jiangmen 440800:zhanjiang 440900:maoming 441200:zhaoqing 441300:huizhou 441400:meizhou 441500:shanwei 441600:heyuan 441700:yangjiang 441800:gdqy 441900:dg 442000:zs 445100:chaozhou 445200:jieyang 445300:yunfu
450100:nanning 450200:liuzhou 450300:guilin 450400:wuzhou 450500:beihai 450600:fcgs 450700:qinzhou 450800:gxgg 450900:yulin 451000:baise
460100:haikou 460200:sanya
510100:chengdu 510300:zg 510400:panzhihua 510500:luzhou 510600:deyang 510700:my 510800:cngy 510900:suining 511000:neijiang 511100:leshan 511300:nanchong 511500:yibin 511700:dazhou 511900:cnbz
520100:guiyang 520200:gzlps 520300:zunyi 520400:anshun 520500:bijie 520600:trs
530100:km 530300:qj 530400:yuxi 530500:baoshan 530600:zt
610100:xa 610200:tongchuan 610300:baoji 610400:xianyang 610500:weinan 610600:yanan 610700:hanzhong 610800:yl 610900:ankang 611000:shangluo
620100:lanzhou 620200:jyg 620300:jcs 620400:baiyin 620500:tianshui 620600:gswuwei 620700:zhangye 620800:pingliang 620900:jiuquan 621000:zgqingyang 621100:dingxi
630100:xining 640100:yinchuan 640200:shizuishan 640300:wuzhong 650100:wlmq 650200:klmy`;

export const hosts: readonly Host[] = rows.split(/(?<!\s)\s+(?=\d{6}:)/u).map((row) => ({ code: row.slice(0, 6), names: row.slice(7).split(",") }));

const codeByName: ReadonlyMap<string, string> = new Map(hosts.flatMap(({ code, names }) => names.map((name) => [name, code] as const)));

/** What a host says of the region of its site. */
export interface HostReading {
  readonly code: string;
  /** The main site of that region; false: a site below it (czj.wuhu.gov.cn), which may be of an office or of a county. */
  readonly main: boolean;
}

/** The region of a host or address (`http://www.wuhu.gov.cn/`), null when its host is not listed. */
export function readHost(domain: string): HostReading | null {
  const host = domain.trim().toLowerCase().replace(/^[a-z]+:\/\//u, "").replace(/[/:?#].*$/u, "");
  if (!host.endsWith(".gov.cn") && host !== "gov.cn") return null;
  const labels = host.slice(0, -"gov.cn".length).split(".").filter((label) => label !== "");
  const [name = "", ...before] = labels.reverse();
  if (name === "" || name === "www") return { code: "000000", main: true };
  const code = codeByName.get(name);
  return code === undefined ? null : { code, main: before.length === 0 || (before.length === 1 && before[0] === "www") };
}
