"""Months, weekdays and the words around a page's timestamp, in the languages that news sites use; zones and their offsets.

In: nothing. Out: look-ups of single words (`months_of`, `is_weekday`, `label_of`) and of zones (`offset_of`). Words are compared folded
(see `fold_word`): case, accents and a final dot do not count. The tables are our own; month names follow what the sites of each
language print, genitives included. Languages whose pages print months as figures (zh, ja, ko, vi) have no rows.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

Label = Literal["published", "updated"]

# language: January ; February ; … ; December, each with its variants
MONTHS = """
en: january,jan; february,feb,febr; march,mar; april,apr; may; june,jun; july,jul; august,aug; september,sept,sep; october,oct; november,nov; december,dec
de: januar,jänner,jän; februar,feber; märz,mär,mrz; april; mai; juni; juli; august; september; oktober,okt; november; dezember,dez
fr: janvier,janv; février,févr,fév; mars; avril,avr; mai; juin; juillet,juil; août; septembre; octobre; novembre; décembre,déc
es: enero,ene; febrero; marzo; abril,abr; mayo; junio; julio; agosto; septiembre,setiembre; octubre; noviembre; diciembre,dic
it: gennaio,gen; febbraio; marzo; aprile; maggio,mag; giugno,giu; luglio,lug; agosto; settembre,set; ottobre,ott; novembre; dicembre
pt: janeiro; fevereiro,fev; março; abril; maio,mai; junho; julho; agosto; setembro; outubro,out; novembro; dezembro,dez
ca: gener; febrer; març; abril; maig; juny; juliol; agost; setembre; octubre; novembre; desembre
gl: xaneiro; febreiro; marzo; abril; maio; xuño; xullo; agosto; setembro; outubro; novembro; decembro
nl: januari; februari; maart,mrt; april; mei; juni; juli; augustus; september; oktober; november; december
sv: januari; februari; mars; april; maj; juni; juli; augusti; september; oktober; november; december
da: januar; februar; marts; april; maj; juni; juli; august; september; oktober; november; december
no: januar; februar; mars; april; mai; juni; juli; august; september; oktober; november; desember,des
is: janúar; febrúar; mars; apríl; maí; júní; júlí; ágúst; september; október; nóvember; desember
fi: tammikuu,tammikuuta; helmikuu,helmikuuta; maaliskuu,maaliskuuta; huhtikuu,huhtikuuta; toukokuu,toukokuuta; kesäkuu,kesäkuuta; heinäkuu,heinäkuuta; elokuu,elokuuta; syyskuu,syyskuuta; lokakuu,lokakuuta; marraskuu,marraskuuta; joulukuu,joulukuuta
et: jaanuar; veebruar; märts; aprill; mai; juuni; juuli; august; september; oktoober; november; detsember
lv: janvāris,janvārī; februāris,februārī; marts,martā; aprīlis,aprīlī; maijs,maijā; jūnijs,jūnijā; jūlijs,jūlijā; augusts,augustā; septembris,septembrī; oktobris,oktobrī; novembris,novembrī; decembris,decembrī
lt: sausis,sausio; vasaris,vasario; kovas,kovo; balandis,balandžio; gegužė,gegužės; birželis,birželio; liepa,liepos; rugpjūtis,rugpjūčio; rugsėjis,rugsėjo; spalis,spalio; lapkritis,lapkričio; gruodis,gruodžio
pl: styczeń,stycznia; luty,lutego; marzec,marca; kwiecień,kwietnia; maj,maja; czerwiec,czerwca; lipiec,lipca; sierpień,sierpnia; wrzesień,września; październik,października; listopad,listopada; grudzień,grudnia
cs: leden,ledna; únor,února; březen,března; duben,dubna; květen,května; červen,června; červenec,července; srpen,srpna; září; říjen,října; listopad,listopadu; prosinec,prosince
sk: január,januára; február,februára; marec,marca; apríl,apríla; máj,mája; jún,júna; júl,júla; august,augusta; september,septembra; október,októbra; november,novembra; december,decembra
sl: januar,januarja; februar,februarja; marec,marca; april,aprila; maj,maja; junij,junija; julij,julija; avgust,avgusta; september,septembra; oktober,oktobra; november,novembra; december,decembra
hr: siječanj,siječnja; veljača,veljače; ožujak,ožujka; travanj,travnja; svibanj,svibnja; lipanj,lipnja; srpanj,srpnja; kolovoz,kolovoza; rujan,rujna; listopad,listopada; studeni,studenoga,studenog; prosinac,prosinca
sr: januar,januara,јануар,јануара; februar,februara,фебруар,фебруара; mart,marta,март,марта; april,aprila,април,априла; maj,maja,мај,маја; jun,juna,јун,јуна; jul,jula,јул,јула; avgust,avgusta,август,августа; septembar,septembra,септембар,септембра; oktobar,oktobra,октобар,октобра; novembar,novembra,новембар,новембра; decembar,decembra,децембар,децембра
mk: јануари; февруари; март; април; мај; јуни; јули; август; септември; октомври; ноември; декември
bg: януари; февруари; март; април; май; юни; юли; август; септември; октомври; ноември; декември
ru: январь,января,янв; февраль,февраля,фев; март,марта,мар; апрель,апреля,апр; май,мая; июнь,июня,июн; июль,июля,июл; август,августа,авг; сентябрь,сентября,сен,сент; октябрь,октября,окт; ноябрь,ноября,ноя; декабрь,декабря,дек
uk: січень,січня; лютий,лютого; березень,березня; квітень,квітня; травень,травня; червень,червня; липень,липня; серпень,серпня; вересень,вересня; жовтень,жовтня; листопад,листопада; грудень,грудня
be: студзень,студзеня; люты,лютага; сакавік,сакавіка; красавік,красавіка; травень,траўня,мая; чэрвень,чэрвеня; ліпень,ліпеня; жнівень,жніўня; верасень,верасня; кастрычнік,кастрычніка; лістапад,лістапада; снежань,снежня
hu: január; február,febr; március,márc; április,ápr; május,máj; június,jún; július,júl; augusztus; szeptember,szept; október,okt; november; december
ro: ianuarie,ian; februarie; martie; aprilie; mai; iunie,iun; iulie,iul; august; septembrie; octombrie; noiembrie,noi; decembrie
sq: janar; shkurt; mars; prill; maj; qershor; korrik; gusht; shtator; tetor; nëntor; dhjetor
el: ιανουάριος,ιανουαρίου; φεβρουάριος,φεβρουαρίου; μάρτιος,μαρτίου; απρίλιος,απριλίου; μάιος,μαΐου; ιούνιος,ιουνίου; ιούλιος,ιουλίου; αύγουστος,αυγούστου; σεπτέμβριος,σεπτεμβρίου; οκτώβριος,οκτωβρίου; νοέμβριος,νοεμβρίου; δεκέμβριος,δεκεμβρίου
tr: ocak,oca; şubat,şub; mart; nisan,nis; mayıs; haziran,haz; temmuz,tem; ağustos,ağu; eylül,eyl; ekim,eki; kasım,kas; aralık,ara
az: yanvar; fevral; mart; aprel; may; iyun; iyul; avqust; sentyabr; oktyabr; noyabr; dekabr
kk: қаңтар; ақпан; наурыз; сәуір; мамыр; маусым; шілде; тамыз; қыркүйек; қазан; қараша; желтоқсан
hy: հունվար,հունվարի; փետրվար,փետրվարի; մարտ,մարտի; ապրիլ,ապրիլի; մայիս,մայիսի; հունիս,հունիսի; հուլիս,հուլիսի; օգոստոս,օգոստոսի; սեպտեմբեր,սեպտեմբերի; հոկտեմբեր,հոկտեմբերի; նոյեմբեր,նոյեմբերի; դեկտեմբեր,դեկտեմբերի
ka: იანვარი; თებერვალი; მარტი; აპრილი; მაისი; ივნისი; ივლისი; აგვისტო; სექტემბერი; ოქტომბერი; ნოემბერი; დეკემბერი
ar: يناير,كانون الثاني; فبراير,شباط; مارس,آذار; أبريل,إبريل,نيسان; مايو,أيار; يونيو,حزيران; يوليو,تموز; أغسطس,آب; سبتمبر,أيلول; أكتوبر,تشرين الأول; نوفمبر,تشرين الثاني; ديسمبر,كانون الأول
fa: ژانویه; فوریه; مارس; آوریل; مه; ژوئن; ژوئیه; اوت; سپتامبر; اکتبر; نوامبر; دسامبر
ur: جنوری; فروری; مارچ; اپریل; مئی; جون; جولائی; اگست; ستمبر; اکتوبر; نومبر; دسمبر
he: ינואר,בינואר; פברואר,בפברואר; מרץ,במרץ; אפריל,באפריל; מאי,במאי; יוני,ביוני; יולי,ביולי; אוגוסט,באוגוסט; ספטמבר,בספטמבר; אוקטובר,באוקטובר; נובמבר,בנובמבר; דצמבר,בדצמבר
hi: जनवरी; फ़रवरी,फरवरी; मार्च; अप्रैल; मई; जून; जुलाई; अगस्त; सितंबर,सितम्बर; अक्टूबर,अक्तूबर; नवंबर,नवम्बर; दिसंबर,दिसम्बर
bn: জানুয়ারি; ফেব্রুয়ারি; মার্চ; এপ্রিল; মে; জুন; জুলাই; আগস্ট; সেপ্টেম্বর; অক্টোবর; নভেম্বর; ডিসেম্বর
id: januari; februari; maret; april; mei; juni; juli; agustus,agu; september; oktober; november; desember
ms: januari; februari; mac; april; mei; jun; julai; ogos; september; oktober; november; disember,dis
sw: januari; februari; machi; aprili; mei; juni; julai; agosti; septemba; oktoba; novemba; desemba
tl: enero; pebrero; marso; abril; mayo; hunyo; hulyo; agosto; setyembre; oktubre; nobyembre; disyembre
th: มกราคม,ม.ค; กุมภาพันธ์,ก.พ; มีนาคม,มี.ค; เมษายน,เม.ย; พฤษภาคม,พ.ค; มิถุนายน,มิ.ย; กรกฎาคม,ก.ค; สิงหาคม,ส.ค; กันยายน,ก.ย; ตุลาคม,ต.ค; พฤศจิกายน,พ.ย; ธันวาคม,ธ.ค
"""

WEEKDAYS = """
en: monday,mon; tuesday,tue,tues; wednesday,wed; thursday,thu,thur,thurs; friday,fri; saturday,sat; sunday,sun
de: montag,mo; dienstag,di; mittwoch,mi; donnerstag,do; freitag,fr; samstag,sonnabend,sa; sonntag,so
fr: lundi,lun; mardi; mercredi,mer; jeudi,jeu; vendredi,ven; samedi,sam; dimanche,dim
es: lunes; martes; miércoles; jueves; viernes; sábado; domingo
it: lunedì; martedì; mercoledì; giovedì; venerdì; sabato; domenica
pt: segunda-feira,segunda; terça-feira,terça; quarta-feira,quarta; quinta-feira,quinta; sexta-feira,sexta; sábado; domingo
ca: dilluns; dimarts; dimecres; dijous; divendres; dissabte; diumenge
nl: maandag,ma; dinsdag,di; woensdag,wo; donderdag,do; vrijdag,vr; zaterdag,za; zondag,zo
sv: måndag; tisdag; onsdag; torsdag; fredag; lördag; söndag
da: mandag; tirsdag; onsdag; torsdag; fredag; lørdag; søndag
fi: maanantai,maanantaina; tiistai,tiistaina; keskiviikko,keskiviikkona; torstai,torstaina; perjantai,perjantaina; lauantai,lauantaina; sunnuntai,sunnuntaina
pl: poniedziałek; wtorek; środa; czwartek; piątek; sobota; niedziela
cs: pondělí; úterý; středa; čtvrtek; pátek; sobota; neděle
sk: pondelok; utorok; streda; štvrtok; piatok; sobota; nedeľa
sl: ponedeljek; torek; sreda; četrtek; petek; sobota; nedelja
hr: ponedjeljak; utorak; srijeda; četvrtak; petak; subota; nedjelja
sr: ponedeljak,понедељак; utorak,уторак; sreda,среда; četvrtak,четвртак; petak,петак; subota,субота; nedelja,недеља
bg: понеделник; вторник; сряда; четвъртък; петък; събота; неделя
ru: понедельник,пн; вторник,вт; среда,ср; четверг,чт; пятница,пт; суббота,сб; воскресенье,вс
uk: понеділок; вівторок; середа; четвер; п'ятниця,п’ятниця; субота; неділя
hu: hétfő; kedd; szerda; csütörtök; péntek; szombat; vasárnap
ro: luni; marți,marţi; miercuri; joi; vineri; sâmbătă; duminică
el: δευτέρα; τρίτη; τετάρτη; πέμπτη; παρασκευή; σάββατο; κυριακή
tr: pazartesi,pzt; salı; çarşamba,çar; perşembe,per; cuma; cumartesi,cmt; pazar
az: bazar ertəsi; çərşənbə axşamı; çərşənbə; cümə axşamı; cümə; şənbə; bazar
ar: الاثنين,الإثنين; الثلاثاء; الأربعاء; الخميس; الجمعة; السبت; الأحد
fa: دوشنبه; سه‌شنبه; چهارشنبه; پنجشنبه; جمعه; شنبه; یکشنبه
he: שני; שלישי; רביעי; חמישי; שישי; שבת; ראשון
hi: सोमवार; मंगलवार; बुधवार; गुरुवार; शुक्रवार; शनिवार; रविवार
id: senin; selasa; rabu; kamis; jumat; sabtu; minggu
ms: isnin; selasa; rabu; khamis; jumaat; sabtu; ahad
sw: jumatatu; jumanne; jumatano; alhamisi; ijumaa; jumamosi; jumapili
"""

# What stands before a timestamp and says which one it is. The longest label that fits wins.
UPDATED = """
updated; last updated; updated on; updated at; update; last update; last updated on; last updated at; last modified; modified; last changed; revised; last revised; date updated; corrected; updated date; article updated
güncelleme; güncelleme tarihi; son güncelleme; güncellenme tarihi; son güncelleme tarihi; son güncellenme; güncellendi
aktualisiert; zuletzt aktualisiert; zuletzt aktualisiert am; aktualisiert am; aktualisierung; letzte aktualisierung; geändert; letzte änderung; stand; update vom
mis à jour; mis à jour le; mise à jour; mise à jour le; modifié le; modifié; dernière mise à jour; actualisé le; publié le et modifié le
actualizado; actualizada; actualizado el; actualizado a las; última actualización; actualización; modificado; última modificación
aggiornato; aggiornato il; aggiornato alle; ultimo aggiornamento; ultima modifica; modificato il; aggiornamento
atualizado; atualizado em; atualizada em; última atualização; atualização; modificado em; actualizado em
bijgewerkt; laatst bijgewerkt; laatste update; aangepast; laatst gewijzigd; gewijzigd; geüpdatet; bijgewerkt op; gewijzigd op
uppdaterad; uppdaterat; senast uppdaterad; ändrad; opdateret; sidst opdateret; oppdatert; sist oppdatert; endret; uppfært
päivitetty; muokattu; viimeksi päivitetty; uuendatud; viimati uuendatud; muudetud; atjaunots; atjaunināts; papildināts; atnaujinta; atnaujinta:
aktualizacja; zaktualizowano; ostatnia aktualizacja; aktualizováno; aktualizace; poslední aktualizace; upraveno; aktualizované; aktualizácia; posodobljeno; zadnja posprememba; ažurirano; zadnja izmjena; izmenjeno; ažurirano; zadnje ažuriranje; ажурирано; последна измена
frissítve; frissítés; utolsó frissítés; módosítva; actualizat; ultima actualizare; data actualizării; actualizat la; përditësuar; përditësimi i fundit; actualitzat; actualitzat el
обновлено; обновлен; обновление; изменено; последнее обновление; дата обновления; оновлено; останнє оновлення; абноўлена; обновена; обновено; последна промяна; последно обновяване; актуализирана; ажурирано; жаңартылды
ενημέρωση; ενημερώθηκε; τελευταία ενημέρωση; τελευταία τροποποίηση; yenilənib; թարմացվել է; թարմացված; განახლებულია; განახლდა
آخر تحديث; تم التحديث; تحديث; حُدّث; تاريخ التحديث; به روز رسانی; به‌روزرسانی; آخرین به روز رسانی; به روز شده; اپ ڈیٹ; آخری اپ ڈیٹ; עודכן; עדכון אחרון; עודכן ב; अपडेटेड; अपडेट; अंतिम अपडेट; अद्यतन; হালনাগাদ; আপডেট
diperbarui; diperbaharui; pembaruan; terakhir diperbarui; dikemas kini; kemas kini; kemaskini; na-update; imeboreshwa; cập nhật; cập nhật lần cuối; อัปเดต; อัพเดท; แก้ไขล่าสุด
更新; 更新时间; 更新時間; 更新于; 更新於; 最后更新; 最後更新; 最終更新; 最終更新日; 更新日; 更新日時; 수정; 업데이트; 최종수정; 최종 수정; 기사수정
"""

PUBLISHED = """
published; date of publication; publication; published on; published at; first published; first published on; originally published; posted; posted on; posted at; date; date published; publication date; created; created on; issued; filed; release date; published date; story published; article published; publish date; time; date posted; dated; pub date; print edition
yayın tarihi; yayınlanma tarihi; yayınlanma; yayın; giriş tarihi; tarih; haber giriş; eklenme tarihi; oluşturulma tarihi; haber tarihi; giriş
veröffentlicht; veröffentlicht am; erstellt; erstellt am; erschienen; erschienen am; datum; publiziert am; publiziert; erstveröffentlichung; online seit
publié; publié le; publiée le; paru le; créé le; date de publication; posté le; rédigé le; mis en ligne le; publié à
publicado; publicada; publicado el; publicado en; fecha; fecha de publicación; creado; creado el; publicado a las
pubblicato; pubblicato il; pubblicata il; data; data di pubblicazione; creato il; pubblicato alle
publicado em; publicada em; data de publicação; criado em; data da publicação
gepubliceerd; gepubliceerd op; geplaatst; geplaatst op; publicatiedatum; gemaakt op
publicerad; publicerat; skapad; offentliggjort; udgivet; publiceret; publisert; lagt ut; birt; birt þann
julkaistu; julkaisuaika; avaldatud; lisatud; publicēts; pievienots; publikuota; paskelbta
opublikowano; data publikacji; data dodania; dodano; opublikowane; publikacja; publikováno; vydáno; zveřejněno; publikované; zverejnené; vydané; objavljeno; datum objave; datum; објављено; објавено
megjelent; megjelenés; közzétéve; létrehozva; publicat; publicat la; publicat pe; data publicării; publicat el; publikuar; publikuar më; publikuar më:
опубликовано; опубликован; дата публикации; дата; размещено; создано; опубліковано; дата публікації; апублікавана; публикувана; публикувано; публикуван; жарияланды
δημοσίευση; δημοσιεύτηκε; δημοσιεύθηκε; ημερομηνία; ημερομηνία δημοσίευσης; dərc olunub; tarix; հրապարակվել է; հրապարակված; გამოქვეყნდა; გამოქვეყნებულია
نشر; نشر في; نُشر في; تاريخ النشر; نشرت في; منشور; تاریخ انتشار; انتشار; منتشر شده در; تاریخ; شائع; اشاعت; פורסם; פורסם ב; תאריך; תאריך פרסום; प्रकाशित; प्रकाशन; प्रकाशित तिथि; প্রকাশিত; প্রকাশ
diterbitkan; dipublikasikan; tanggal; terbit; diposting; diterbitkan pada; tarikh; disiarkan; inilathala; imechapishwa; tarehe; ngày đăng; đăng ngày; ngày; xuất bản; เผยแพร่; เผยแพร่เมื่อ; วันที่
发布; 发布时间; 發布時間; 发布于; 发表; 發表; 发表时间; 發稿時間; 公開; 公開日; 掲載; 掲載日; 配信; 投稿日; 입력; 등록; 기사입력; 발행
"""

# Words that may stand beside a date and say nothing themselves.
BESIDE = """
at on of the in and to by local time hrs hours hour h min mins minute minutes read sec am pm a.m p.m noon midnight oclock o'clock edition ist from
saat saati tarihinde günü ve um uhr den der am le à heures heure a las la el los de del do da das dos horas hora alle ore il em às os op om uur kl klo kello
den dne dňa dne v o ob u godz godzina hod r g г год року в о у години година рік час часа κι στις ώρα την la ora
година часов мск в на feira klo kl. st nd rd th er ère º ª jam jumla pukul jam wib wit wita lúc giờ gmt utc vào ngày thứ năm น. เวลา في الساعة ساعة صباحا مساء ص م
بتوقيت غرينتش مكة المكرمة بعد الظهر در ساعت زمان بوقت وقت שעה בשעה ב को बजे पर
"""

# Offsets from UTC in minutes. Letters that name several zones take the one that news pages mean by far the most often.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180,
    "sast": 120, "cat": 120, "wat": 60, "eat": 180, "msk": 180, "мск": 180, "trt": 180, "tsi": 180, "ast": -240, "irst": 210, "gst": 240,
    "pkt": 300, "ist": 330, "npt": 345, "bdt": 360, "ict": 420, "wib": 420, "wita": 480, "wit": 540, "sgt": 480, "myt": 480, "hkt": 480,
    "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "nst": -210, "ndt": -150, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180, "clt": -240, "cot": -300, "pet": -300, "vet": -240,
}  # fmt: skip
# Names that leave it to the season: minutes in winter; the northern American summer adds an hour.
SEASONAL = {
    "et": -300,
    "ct": -360,
    "mt": -420,
    "pt": -480,
    "eastern": -300,
    "central": -360,
    "mountain": -420,
    "pacific": -480,
}


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """A word in lower case, without accents and without dots at its ends.

    >>> fold_word("Ağustos"), fold_word("AOÛT"), fold_word("Kasım."), fold_word("KASIM")
    ('agustos', 'aout', 'kasim', 'kasim')
    """
    plain = unicodedata.normalize("NFKD", word.replace("İ", "i").replace("ı", "i").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(".")


def _table(text: str) -> dict[str, dict[str, int]]:
    """Folded word -> {language: place in its row, from 1}."""
    found: dict[str, dict[str, int]] = {}
    for line in text.strip().splitlines():
        language, _, names = line.partition(":")
        for number, variants in enumerate(names.split(";"), 1):
            for name in variants.split(","):
                found.setdefault(fold_word(name.strip()), {})[language.strip()] = number
    return found


@cache
def _months() -> dict[str, dict[str, int]]:
    return _table(MONTHS)


@cache
def _weekdays() -> dict[str, dict[str, int]]:
    return _table(WEEKDAYS)


@cache
def _labels() -> dict[str, Label]:
    found: dict[str, Label] = {}
    for table, label in ((PUBLISHED, "published"), (UPDATED, "updated")):
        for phrase in table.replace("\n", ";").split(";"):
            if name := " ".join(fold_word(w) for w in phrase.strip(" :").split()):
                found[name] = label  # type: ignore[assignment]  # mypy widens the tuple's literals
    return found


@cache
def _beside() -> frozenset[str]:
    return frozenset(fold_word(w) for w in BESIDE.split())


def months_of(word: str) -> dict[str, int]:
    """The month, 1 to 12, that a word names in each language that has it; empty for no month. `listopad` is October in Croatian and
    November in Polish and Czech.

    >>> months_of("Kasım"), sorted(set(months_of("mai").values()))
    ({'tr': 11}, [5])
    """
    return _months().get(fold_word(word), {})


def weekday_of(word: str) -> int | None:
    """1 (Monday) to 7 for a weekday's name in any language, else None."""
    found = _weekdays().get(fold_word(word))
    return next(iter(found.values())) if found else None


def label_of(words: str) -> Label | None:
    """Whether words such as "Last updated" or "Güncelleme Tarihi" announce an update or a publication; None for neither."""
    return _labels().get(" ".join(fold_word(w) for w in words.split()))


def stands_beside(word: str) -> bool:
    """Whether a word may stand in a timestamp without a meaning of its own ("at", "Uhr", "saat")."""
    return fold_word(word) in _beside()


def offset_of(zone: str, *, summer: bool = False) -> int | None:
    """Minutes from UTC of a zone's letters; `summer` decides for names that leave it open ("ET"). None for an unknown one.

    >>> offset_of("EST"), offset_of("ET", summer=True), offset_of("GMT")
    (-300, -240, 0)
    """
    name = zone.casefold().strip(".").replace(".", "")
    if name in SEASONAL:
        return SEASONAL[name] + (60 if summer else 0)
    return ZONES.get(name)
