"""Given names that news of the world repeats, with the gender that they usually tell. Our own list; a name used for both is left out."""

from __future__ import annotations

from typing import Literal

MALE = frozenset(
    """Aaron Abbas Abdel Abdul Abdullah Abdulla Abdurrahman Abe Abel Abraham Adam Adel Adnan Adolf Adrian Ahmad Ahmed Ahmet Akbar Akira Alan Albert Alberto Alejandro
    Aleksandr Aleksei Aleksey Alessandro Alexander Alexandre Alexei Alexey Alexis Alfonso Alfred Ali Allan Allen Alphonse Alvaro Amir Amr Anatoly Anders Andre Andreas Andrei Andres Andrew Andrey Andrzej
    Andy Angelo Angus Anthony Antonio Antonis Anwar Ariel Armando Arnold Arthur Arturo Asad Ashraf Asif Augusto Avigdor Ayman Aziz Babak Bakr Barack Barry Bashar Bart Ben Benjamin Benny Bernard Bernie
    Bert Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Burhan Byron Calvin Carl Carlo Carlos Cesar Charles Charlie Chester Chris
    Christopher Christoph Chuck Clarence Claude Claudio Clayton Clement Cliff Clint Colin Conor Cory Craig Curtis Cyril Cyrus Dan Daniel Daniele Darren Darryl Daryl Dave David Davide Dean
    Denis Dennis Derek Desmond Devin Diego Dietmar Dimitri Dmitri Dmitry Dominic Dominique Don Donald Donnie Douglas Doug Duncan Dustin Dwight Dylan Earl Ed Eddie Edgar Eduardo Edward Edwin Ehud
    Elijah Elliot Elliott Elon Emil Emilio Emmanuel Enrique Eric Erik Ernest Ernesto Ethan Eugene Evan Evo Ezra Fabio Faisal Farhad Farid Fawaz Federico Felipe Felix Ferdinand Fernando Fidel Filippo
    Francis Francisco Franco Francois François Frank Franklin Frans Franz Fred Freddie Frederic Frederick Friedrich Gabriel Gamal Garry Gary Gavin Geert Geoff Geoffrey George Georges Gerald Gerard Gerhard Gerry Ghassan
    Giacomo Gianni Gilbert Giorgio Giorgos Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregg Gregory Grigory Guido Guillaume Guillermo Gunter Gustavo Guy Habib Hadi Haider Hakan Hamad Hamid Hamza Hank
    Hans Harold Harry Harvey Hasan Hashim Hassan Haydar Hector Heiko Heinrich Heinz Helmut Henri Henrik Henry Herbert Herman Hideki Hiroshi Horst Hosni Howard Hubert Hugh Hugo Humberto Husain Hussain Hussein
    Ian Ibrahim Igor Imad Imran Ilham Ion Irfan Isaac Ismail Issa Ivan Jack Jacob Jacques Jaime Jair Jake Jakob Jalal Jamal James Jamil Janez Jared Jaroslaw Jason Javad Javier Jay Jean-Claude Jean-Marc Jean-Pierre
    Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joao João Joaquin Joe Joel Johan Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Joseph Josep Josh Joshua Juan Julian Julio Julius
    Junichiro Jurgen Justin Karim Karl Kasim Keith Kemal Ken Kenneth Kent Kevin Khaled Khalid Khalifa Kirk Kofi Konrad Konstantin Kris Kurt Kyle Kyriakos Larry Lars Laurent Lawrence Lech Len Leo Leon Leonard Leonardo Leonid
    Leopoldo Leroy Lev Lewis Liam Lionel Lloyd Louis Luca Lucas Luigi Luis Luiz Lukas Luke Lyndon Magnus Mahathir Mahdi Mahmoud Mahmud Majid Malcolm Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Mariano Mario Mark Marko
    Markus Martin Marty Marvin Marwan Massimo Mateusz Mathias Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim Mehdi Mehmet Mel Melvin Michael Michel Miguel Mikael Mike Mikhail Milan Milo Milos Mitch Mitt Mohamed Mohammad Mohammed Mohamad
    Moise Moqtada Mohsen Morgan Moshe Muammar Muhammad Muhammadu Muqtada Murad Murat Murray Mustafa Naftali Najib Narendra Nasser Nathan Nawaz Neal Ned Neil Nelson Newt Nicholas Nick Nicolas Nicos Niels Nigel Nikita Nikol Nikola Nikolai Nikolay Nikos Noah
    Noel Norbert Norman Nouri Oleg Oliver Olivier Olusegun Omar Omer Orlando Oscar Osama Otto Owen Pablo Paolo Pascal Patrick Paul Paulo Pavel Pedro Per Percy Pete Peter Petr Petro Phil Philip Philippe Phillip Pier Pierre Pieter Piotr
    Qasem Qassem Rafael Rafik Rafiq Rahul Raja Rajiv Ralph Ramon Ramzan Rand Randall Randy Raphael Rashid Raul Ray Raymond Recep Reggie Reince Reinhard Renzo Reza Rex Riad Ricardo Richard Rick Riyad Rob Robert Roberto Robin Rod
    Roderick Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Ross Roy Ruben Rudolf Rudolph Rudy Rupert Russell Ryan Saad Saddam Saeb Saeed Said Salah Salim Salman Salvador Salvatore Sam Sami Samir Samuel Sanjay Saul Sayyid Scott Sean Sebastian
    Sepp Serge Sergei Sergey Sergio Seth Shane Shaun Shawn Shimon Shinzo Sid Sigmar Silvio Simon Slobodan Spencer Stan Stanley Stefan Stefano Stephane Stephen Steve Steven Stewart Stuart Suleiman Sven Taha Tariq Tarek Tayyip Ted Terrence Terry
    Thaksin Theo Theodore Thierry Thomas Thorbjorn Tim Timothy Tobias Todd Tom Tomas Tommy Tony Travis Trevor Trey Tyler Ulrich Umar Umberto Usama Uri Václav Vadim Valentin Valery Vernon Viacheslav Victor Viktor Vince Vincent Vitaly Vladimir Volodymyr Vyacheslav
    Wade Walid Wally Walt Walter Warren Wayne Werner Wilbur Wilfried Willem William Willie Winston Wolfgang Woodrow Xavier Yahya Yair Yanis Yasser Yasir Yitzhak Yoshihide Younis Yuri Yury Yusuf Zayed Zakaria Ziad Zoran Denzel LeBron Sergej Hashem Jibril Nabil Wael Yasin Jens Anders Gebran Haruhiko
    Fumio Shigeru Taro Jinping Keqiang Kim Jong-un Tedros Antony Jake Lindsey Marco Tick Eliot""".split()
)

FEMALE = frozenset(
    """Abigail Ada Adriana Agnes Aicha Aisha Alexandra Alice Alicia Alison Allison Alyssa Amal Amanda Amber Amina Amy Ana Andrea Angela Angelina Anita Ann Anna Annalena Anne Annegret Annette Annie Antonia Audrey Aung Ava
    Ayanna Barbara Beata Beatrice Benazir Bernadette Beth Betsy Betty Beverly Bonnie Brenda Bridget Brigitte Britney Brooke Camilla Camille Candace Carla Carmen Carol Carole Caroline Carolyn Catherine Cathy Cecile Cecilia Celine Chelsea Cheryl Chloe
    Christiane Christina Christine Cindy Claire Clara Claudia Condoleezza Connie Constance Cristina Crystal Cynthia Daisy Dana Daniela Danielle Deborah Debbie Debra Delia Denise Diana Diane Dianne Dilma Dina Dolores Dolly Donna Doris Dorothy
    Edith Eileen Elaine Eleanor Elena Eliza Elizabeth Ella Ellen Ellie Elise Elsa Emily Emma Erica Erin Esther Ethel Eva Evelyn Farah Fatima Fatou Federica Felicia Fiona Frances Francesca Gabriela Gabrielle Gail Georgina Geraldine Gina Giorgia Gladys Gloria
    Grace Graciela Greta Gwen Hailey Hala Hanan Hannah Harriet Hazel Heather Heidi Helen Helena Helga Helle Hilary Hillary Hina Holly Huma Ida Indira Ines Ingrid Irene Irina Iris Isabel Isabella Isabelle Ivanka Jacinda Jackie Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jen
    Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodi Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Kamala Karen Karin Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla Kellyanne Kelly Keiko Kersti Khadija Kimberly Kirsten Kirstjen Kristalina
    Kristen Kristin Kristina Lana Laura Lauren Laurie Layla Leah Leila Lena Leslie Lila Lillian Linda Lisa Liz Loretta Lori Louise Lucia Lucy Luisa Lydia Lynn Madeleine Madeline Maggie Malala Mandy Marcia Margaret Margarita Margrethe Maria María Mariam Marian Marianne
    Marie Marilyn Marina Marine Marissa Marjorie Martha Mary Maryam Maureen Maya Megan Meghan Melania Melanie Melinda Melissa Meredith Mette Mia Michelle Michele Michele Mildred Miriam Moira Molly Monica Nada Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nikki Nina Nora Noura Olga
    Olivia Oprah Pamela Patricia Patty Paula Pauline Peggy Penelope Penny Phyllis Priscilla Priti Rachel Rania Rebecca Regina Renee Rhonda Rita Roberta Robyn Rosa Rose Rosalynn Rosemary Roxana Ruth Sabrina Sally Samantha Samia Sandra Sanna Sara Sarah Segolene Shannon Sharon Sheikha Sheila
    Sheryl Shirley Simone Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue Sunita Susan Susana Susanne Suu Suzanne Svetlana Sylvia Sylvie Tamara Tammy Tara Tatiana Teresa Theresa Therese Tina Tracey Tracy Tulsi Ulrike Ursula Valerie Vanessa Veronica Virginia
    Vivian Viola Wendy Whitney Wilma Winnie Yasmin Yingluck Yolanda Yuko Yulia Yuliya Yvette Yvonne Zahra Zainab Zaynab Zeinab Zoe Ségolène Sigrid Katja Ngozi Wangari Shakira Beyonce DuVernay Jovita Elaina Kirsty""".split()
)

BOTH = MALE & FEMALE


def gender_of_given_name(name: str) -> Literal["m", "f"] | None:
    """The gender that a given name usually tells, or None where it is not in the list or in both halves.

    >>> gender_of_given_name("Angela"), gender_of_given_name("Vladimir"), gender_of_given_name("Robin")
    ('f', 'm', 'm')
    """
    if name in BOTH:
        return None
    return "m" if name in MALE else "f" if name in FEMALE else None


def is_given_name(name: str) -> bool:
    """Whether the word is a given name of the list."""
    return name in MALE or name in FEMALE
