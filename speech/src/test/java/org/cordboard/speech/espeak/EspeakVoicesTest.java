package org.cordboard.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On tables as eSpeak NG 1.51 prints them. */
class EspeakVoicesTest {
  private static final String HEAD =
      "Pty Language       Age/Gender VoiceName          File                 Other Languages\n";
  static final String GERMAN =
      HEAD
          + " 5  de              --/M      German             gmw/de               \n"
          + " 6  de              --/F      german-mbrola-1    mb/mb-de1            \n"
          + " 8  de              --/M      german-mbrola-8    mb/mb-de8            \n";
  static final String VARIANTS =
      HEAD
          + " 5  variant         --/M      Mr_Serious         !v/Mr serious        \n"
          + " 5  variant         --/M      Storm              !v/Storm             (en-us 5)\n"
          + " 5  variant         --/M      male3              !v/m3                \n"
          + " 5  variant         --/F      female2            !v/f2                \n"
          + " 5  variant         70/F      female1            !v/f1                \n";

  @Test
  void theFittestComesFirstAndThoseOfAnotherProgramLast() {
    assertThat(EspeakVoices.voices(GERMAN)).containsExactly("de", "mb-de1", "mb-de8");
    String english =
        HEAD
            + " 5  en-us           --/M      us-mbrola-1        mb/mb-us1            (en 9)\n"
            + " 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)\n"
            + " 5  variant         --/M      Storm              !v/Storm             (en-us 5)\n"
            + " 5  en-gb-x-rp      --/M      English_(Received_Pronunciation) gmw/en-GB-x-rp       (en-gb 4)(en 5)\n";
    assertThat(EspeakVoices.voices(english)).containsExactly("en-us", "en-gb-x-rp", "mb-us1");
  }

  @Test
  void aVoiceListedTwiceIsOne() {
    String chinese =
        HEAD
            + " 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)\n"
            + " 5  yue             --/M      Chinese_(Cantonese) sit/yue              (zh-yue 5)(zh 8)\n"
            + " 5  yue             --/M      Chinese_(Cantonese,_latin_as_Jyutping) sit/yue-Latn-jyutping (zh-yue 5)(zh 8)\n";
    assertThat(EspeakVoices.voices(chinese)).containsExactly("cmn", "yue");
  }

  @Test
  void womenAndMenAreTakenAndNoRobots() {
    assertThat(EspeakVoices.variants(VARIANTS)).containsExactly("f1", "f2", "m3");
  }

  @Test
  void anEmptyTableHasNone() {
    assertThat(EspeakVoices.voices(HEAD)).isEmpty();
    assertThat(EspeakVoices.voices("")).isEmpty();
    assertThat(EspeakVoices.variants("no such table\n")).isEmpty();
  }
}
